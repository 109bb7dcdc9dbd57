// Owns the rules on `connection`: complete and unambiguous credentials, and no secrets in the file.
// Must not read files or the environment.
import type { Draft, Remark } from '../draft.ts';

const tls = ['connection', 'tls'] as const;
const auth = ['connection', 'auth'] as const;

/** The text as a URL; null for what the schema refuses. (`URL.parse` is not in Node 20.) */
function readUrl(text: string): URL | null {
  return /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : null;
}

export function endpoints(draft: Draft): readonly Remark[] {
  const urls = draft.list(['connection', 'endpoints']).map((text) => (typeof text === 'string' ? readUrl(text) : null));
  const secure = urls.find((url) => url?.protocol === 'https:') !== undefined;
  const hasTls = draft.keys(tls).length > 0;
  return urls.flatMap((url, index): Remark[] => {
    if (url === null) return [];
    const path = ['connection', 'endpoints', index];
    const remarks: Remark[] = [];
    if (url.username !== '' || url.password !== '') {
      remarks.push({
        rule: 'credentials-in-url',
        path,
        message: 'An endpoint must not carry a user or password: reports show endpoints.',
        fix: 'use `connection.auth` with `passwordEnv` or `passwordFile`',
      });
    }
    if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
      remarks.push({
        rule: 'endpoint-path',
        path,
        message: 'An endpoint is a scheme, a host and a port; this one has more.',
        fix: `write ${url.protocol}//${url.host}`,
      });
    }
    if (url.protocol === 'http:' && (secure || hasTls)) {
      remarks.push({
        rule: 'mixed-endpoints',
        path,
        message: secure
          ? 'Endpoints mix http:// and https://; all members of a cluster serve the same one.'
          : 'This endpoint is http://, so `connection.tls` would not be used and the traffic not be encrypted.',
        fix: secure ? 'use https:// for all' : 'use https://, or remove `connection.tls`',
      });
    }
    return remarks;
  });
}

export function mirrorCredentials(draft: Draft): readonly Remark[] {
  const url = readUrl(draft.text(['releases', 'mirror']) ?? '');
  if (url === null || (url.username === '' && url.password === '')) return [];
  return [
    {
      rule: 'credentials-in-url',
      path: ['releases', 'mirror'],
      message: 'A mirror URL must not carry a user or password: reports show where binaries came from.',
      fix: 'use a mirror that needs none, or `releases.local`',
    },
  ];
}

export function fileOrVariable(draft: Draft): readonly Remark[] {
  return ['ca', 'cert', 'key'].flatMap((what) => {
    if (!draft.has([...tls, `${what}File`]) || !draft.has([...tls, `${what}Env`])) return [];
    return [
      {
        rule: 'file-and-variable',
        path: [...tls, `${what}Env`],
        atKey: true,
        message: `\`connection.tls\` has both \`${what}File\` and \`${what}Env\`; only one can be used.`,
        fix: 'keep one of the two',
      },
    ];
  });
}

export function certificateWithKey(draft: Draft): readonly Remark[] {
  const has = (what: string) => draft.has([...tls, `${what}File`]) || draft.has([...tls, `${what}Env`]);
  const cert = has('cert');
  if (cert === has('key')) return [];
  const [present, absent] = cert ? ['certificate', 'key'] : ['key', 'certificate'];
  const name = cert ? 'key' : 'cert';
  return [
    {
      rule: 'certificate-without-key',
      path: tls,
      atKey: true,
      message: `\`connection.tls\` has a client ${present} but no ${absent}.`,
      fix: `add \`${name}File\` or \`${name}Env\``,
    },
  ];
}

export function onePassword(draft: Draft): readonly Remark[] {
  if (typeof draft.get(auth) !== 'object' || draft.get(auth) === null) return [];
  const byVariable = draft.has([...auth, 'passwordEnv']);
  const byFile = draft.has([...auth, 'passwordFile']);
  if (byVariable !== byFile) return [];
  return [
    {
      rule: byFile ? 'file-and-variable' : 'missing-password',
      path: byFile ? [...auth, 'passwordEnv'] : auth,
      atKey: true,
      message: byFile
        ? '`connection.auth` has both `passwordFile` and `passwordEnv`; only one can be used.'
        : '`connection.auth` does not say where the password is.',
      fix: byFile ? 'keep one of the two' : 'add `passwordEnv: NAME_OF_A_VARIABLE` or `passwordFile: path/to/file`',
    },
  ];
}
