// Owns reading apt's lists of sources, in both of their formats, to find this machine's Debian mirror.
// Must not run apt, nor take over what would weaken its checks (`trusted=yes`, `Allow-Insecure`).

export interface DebianMirror {
  readonly uri: string;
  /** Path of a keyring, where the machine names one for this mirror; otherwise apt's own trusted keys count. */
  readonly signedBy: string | undefined;
}

interface Entry {
  readonly uris: readonly string[];
  readonly suites: readonly string[];
  readonly components: readonly string[];
  readonly signedBy: string | undefined;
}

/** Finds the first mirror that gives the machine's own Debian suite (its codename), component main. */
export function findDebianMirror(
  files: readonly { readonly name: string; readonly text: string }[],
  codename: string,
): DebianMirror | undefined {
  const entries = files.flatMap(({ name, text }) => (name.endsWith('.sources') ? readDeb822(text) : readOneLine(text)));
  const entry = entries.find(({ suites, components }) => suites.includes(codename) && components.includes('main'));
  const [uri] = entry?.uris ?? [];
  return uri === undefined ? undefined : { uri, signedBy: entry?.signedBy };
}

function readDeb822(text: string): Entry[] {
  const stanzas = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/);
  return stanzas.flatMap((stanza) => {
    const fields = new Map<string, string>();
    let last = '';
    for (const line of stanza.split('\n')) {
      const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined) {
        last = name.toLowerCase();
        fields.set(last, value ?? '');
      } else if (/^\s/.test(line)) fields.set(last, `${fields.get(last)} ${line.trim()}`);
    }
    const words = (name: string): string[] => (fields.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
    if (!words('types').includes('deb') || fields.get('enabled')?.toLowerCase() === 'no') return [];
    const signedBy = fields.get('signed-by')?.trim();
    return [
      {
        uris: words('uris'),
        suites: words('suites'),
        components: words('components'),
        // A key can also stand in the stanza itself; apt's own trusted keys are then asked instead.
        signedBy: signedBy?.startsWith('/') ? signedBy : undefined,
      },
    ];
  });
}

function readOneLine(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (match === null) return [];
    const [, options = '', uri = '', suite = '', components = ''] = match;
    const signedBy = /(?:^|\s)signed-by=(\/\S+)/.exec(options)?.[1];
    return [{ uris: [uri], suites: [suite], components: components.trim().split(/\s+/), signedBy }];
  });
}
