// Owns what else a file that is no database may be, by its first bytes: for a message that helps.
// Must not look for formats that etcd reads.

interface Format {
  readonly name: string;
  readonly advice: string;
}

const packed = (name: string): Format => ({ name, advice: 'unpack it first' });
const encrypted = (name: string): Format => ({ name, advice: 'decrypt it first' });

/** Formats by their first bytes, in hexadecimal. */
const signatures: readonly (readonly [hex: string, Format])[] = [
  ['1f8b', packed('gzip data')],
  ['28b52ffd', packed('Zstandard data')],
  ['504b0304', packed('a ZIP archive')],
  ['425a68', packed('bzip2 data')],
  ['fd377a585a', packed('XZ data')],
  ['6167652d656e6372797074696f6e2e6f7267', encrypted('a file encrypted with age')],
  ['85', encrypted('a file encrypted with PGP')],
];
const texts: readonly (readonly [RegExp, Format])[] = [
  [/^-----BEGIN PGP/, encrypted('a file encrypted with PGP')],
  [/^[^<]{257}ustar/, packed('a tar archive')],
  [
    /^\s*<(!doctype html|html|\?xml)/i,
    { name: 'an HTML or XML page', advice: 'see why the store answered with a page instead of the file' },
  ],
  [/^\s*[{[]/, { name: 'JSON', advice: 'see whether the store answered with an error instead of the file' }],
];
/** `tellFormat` looks at so many bytes of the file. */
export const headBytes = 512;

/** The result is undefined for bytes that look like nothing known. */
export function tellFormat(head: Buffer): Format | undefined {
  const hex = head.toString('hex');
  const text = head.toString('latin1');
  return (
    signatures.find(([signature]) => hex.startsWith(signature))?.[1] ??
    texts.find(([pattern]) => pattern.test(text))?.[1]
  );
}
