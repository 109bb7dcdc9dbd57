// Owns the Go toolchain of the machine: whether it is new enough, and the environment that builds run in.
// Must not know what is built.
import type { HttpClient } from '../../platform/download.ts';
import { isRefusal, type Refusal } from '../source.ts';
import { ordinaryVariables, outputOf, pick } from './command.ts';

/** The pinned go.mod files say so too. */
const OLDEST = [1, 26] as const;
const QUESTION_LIMIT_MS = 5_000;

/**
 * How packages are compiled: no path of this machine gets into a program, and what only a debugger reads is not made (the
 * linker would drop it, and it is a quarter of the time). Programs built with the same flags share what Go has compiled.
 */
export const compilerFlags: readonly string[] = ['-trimpath', '-gcflags=all=-dwarf=false'];

/** How modules are fetched and where they are kept: the user's own settings, wherever Go finds them. */
const kept = [
  'GOPROXY',
  'GONOPROXY',
  'GOSUMDB',
  'GONOSUMDB',
  'GOPRIVATE',
  'GOINSECURE',
  'GOMODCACHE',
  'GOCACHE',
  'GOPATH',
  'GOTOOLCHAIN',
] as const;

/** What a user may set in the environment for Go itself. */
const variables = [...ordinaryVariables, ...kept, 'GOENV', 'GOROOT', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'] as const;

export interface GoToolchain {
  /** The version as Go itself says it, such as "go1.26.8". */
  readonly version: string;
  /** Everything that a build may see: nothing else of the user's Go settings changes the binary. */
  readonly env: Readonly<Record<string, string>>;
  /** Module proxies, in Go's order; empty when modules come straight from their repositories, or not at all. */
  readonly proxies: readonly string[];
}

export async function findGo(
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<GoToolchain | Refusal> {
  const output = await outputOf({
    program: 'go',
    args: ['env', '-json', 'GOVERSION', ...kept],
    env: pick(environment, variables),
    timeoutMs: QUESTION_LIMIT_MS,
    signal,
  });
  if (typeof output !== 'string') return { refused: `no usable Go (${output.refused})` };
  const settings = JSON.parse(output) as Record<string, string>;
  const version = settings.GOVERSION ?? '';
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) !== OLDEST[0] || Number(minor) < OLDEST[1]) {
    return { refused: `Go ${OLDEST.join('.')} or newer is needed, and PATH has ${version || 'none'}` };
  }
  return {
    version,
    env: {
      ...pick(environment, ordinaryVariables),
      ...pick(settings, kept),
      // An empty GOFLAGS would let Go look into its settings file.
      GOENV: 'off',
      GOFLAGS: '-mod=readonly',
      GOWORK: 'off',
      GO111MODULE: 'on',
      CGO_ENABLED: '0',
    },
    proxies: (settings.GOPROXY ?? '').split(/[,|]/).filter((each) => /^https?:/.test(each)),
  };
}

/** Tells why no module proxy answers; undefined when one does, or when there is none to ask. Any answer will do. */
export async function findProxyTrouble(
  { proxies }: GoToolchain,
  http: HttpClient,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const answers = await Promise.all(proxies.map((proxy) => http.exists(`${proxy.replace(/\/+$/, '')}/`, signal)));
  const reasons = answers.flatMap((answer) => (answer.outcome === 'unreachable' ? [answer.reason] : []));
  if (answers.length === 0 || reasons.length < answers.length) return undefined;
  return { refused: `the module proxy ${proxies.join(', ')} cannot be reached (${reasons.join(', ')})` };
}

export const isGo = (answer: GoToolchain | Refusal): answer is GoToolchain => !isRefusal(answer);
