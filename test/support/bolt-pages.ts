// Owns where things stand in a bbolt file, so that damage can be aimed: the pages of its tree, and etcd's values in them.
// Must not use the program's own reader, which is what the damage tries.

/** Bytes of a file. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

export interface BoltPages {
  readonly pageSize: number;
  /** With their overflow. */
  readonly leaves: readonly Place[];
  readonly branches: readonly Place[];
  /** What stands where on leaf pages: 16 bytes for each entry. */
  readonly listings: readonly Place[];
  /** Of the key space, as clients put them; empty ones left out. */
  readonly values: readonly Place[];
}

// Layout: go.etcd.io/bbolt internal/common (page.go, meta.go, inode.go). Little endian.
const headBytes = 16;
const entryBytes = 16;

/** Pages that the newest meta page leads to, not those that are free; `file` is whole. */
export function boltPagesOf(file: Buffer): BoltPages {
  const pageSize = file.readUInt32LE(headBytes + 8);
  const metas = [headBytes, pageSize + headBytes];
  const [newest = headBytes] = metas.sort((a, b) =>
    file.readBigUInt64LE(a + 48) < file.readBigUInt64LE(b + 48) ? 1 : -1,
  );
  const [leaves, branches, listings, values]: [Place[], Place[], Place[], Place[]] = [[], [], [], []];
  const walk = (page: bigint, bucket: string | undefined): void => {
    const at = Number(page) * pageSize;
    const [kind, count, overflow] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 12)];
    const place = { at, length: (overflow + 1) * pageSize };
    const entries = Array.from({ length: count }, (_, index) => at + headBytes + index * entryBytes);
    if (kind === 0x01) {
      branches.push(place);
      for (const entry of entries) walk(file.readBigUInt64LE(entry + 8), bucket);
      return;
    }
    leaves.push(place);
    listings.push({ at: at + headBytes, length: count * entryBytes });
    for (const entry of entries) {
      const key = entry + file.readUInt32LE(entry + 4);
      const value = key + file.readUInt32LE(entry + 8);
      if (bucket === 'key') values.push(valueWithin(file, value, value + file.readUInt32LE(entry + 12)));
      if ((file.readUInt32LE(entry) & 0x01) === 0) continue;
      const root = file.readBigUInt64LE(value);
      // Root 0: the bucket stands inline, on the page that we are on.
      if (root !== 0n) walk(root, file.toString('latin1', key, value));
    }
  };
  walk(file.readBigUInt64LE(newest + 16), undefined);
  return {
    pageSize,
    branches,
    leaves,
    listings: listings.filter(({ length }) => length > 0),
    values: values.filter(({ length }) => length > 0),
  };
}

/** `mvccpb.KeyValue`: field 5 of it is the value (api/mvccpb/kv.proto). */
function valueWithin(file: Buffer, from: number, to: number): Place {
  let at = from;
  const varint = (): number => {
    for (let [number, scale] = [0, 1]; ; scale *= 128) {
      const byte = file[at++] as number;
      number += (byte & 0x7f) * scale;
      if (byte < 0x80) return number;
    }
  };
  while (at < to) {
    const tag = varint();
    const number = varint();
    if (tag === 0x2a) return { at, length: number };
    if (tag === 0x0a) at += number;
  }
  return { at, length: 0 };
}
