// Owns how a member's process is started: argv, environment and configuration file from the user's settings, the
// deployment's overrides and the host's own names, URLs and directories. Pure.
// Must not know releases: every line from 3.3 to 3.7 takes the same base settings.
import { join } from 'node:path';
import { fileKeyOf, flagOfFileKey, flagOfVariable, variableOf } from '../../catalog/flag-names.ts';
import { findFlag, whyOwned } from '../../catalog/flags.ts';
import { typedForFile } from '../../catalog/setting-values.ts';
import type { MemberAddress } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Deployment, EtcdSettings } from '../../plan/steps.ts';

export interface CommandFacts {
  readonly member: MemberAddress;
  readonly members: readonly MemberAddress[];
  readonly dataDirectory: string;
  readonly clusterToken: string;
  /** Directory with ca.pem, server.pem and server.key; undefined without TLS. */
  readonly tlsDirectory?: string;
  /** The member's own settings, by channel. */
  readonly settings: EtcdSettings;
  readonly deployment: Deployment;
  readonly binary: string;
  /** Where the configuration file will be, when the settings have one. */
  readonly configFilePath: string;
}

export interface EtcdCommand {
  readonly argv: readonly string[];
  /** The process's own variables, `ETCD_…` only. */
  readonly environment: Readonly<Record<string, string>>;
  /** The configuration file as JSON, which every YAML reader takes. */
  readonly configFile?: string;
}

/** The user's settings that a rehearsal sets itself, as the user wrote them. */
export function hostOwnedSettings(settings: EtcdSettings): readonly string[] {
  return [
    ...Object.keys(settings.flags).filter(isOwned),
    ...Object.keys(settings.environment).filter(isOwnedVariable),
    ...Object.keys(settings.configFile ?? {}).filter(isOwnedKey),
  ];
}

export function etcdCommand(facts: CommandFacts): EtcdCommand {
  const { settings, deployment } = facts;
  const flags = without(settings.flags, isOwned);
  const environment = without(settings.environment, isOwnedVariable);
  const own = baseSettings(facts);
  if (settings.configFile !== undefined) {
    const config: Record<string, unknown> = {
      ...without(settings.configFile, isOwnedKey),
      ...own,
      ...tlsSections(facts.tlsDirectory),
    };
    for (const [flag, value] of Object.entries(deployment.overrides)) putIntoFile(config, flag, value);
    return {
      // etcd ignores the other flags then, but it still refuses those that it does not know. So they stay, as in
      // production.
      argv: [facts.binary, ...render(flags), `--config-file=${facts.configFilePath}`],
      environment,
      configFile: `${JSON.stringify(config, null, 2)}\n`,
    };
  }
  const laidOver = { ...flags };
  for (const [flag, value] of Object.entries(deployment.overrides)) {
    // The same setting as flag and as variable makes etcd ≥ 3.4 exit 1, even when they are equal (K10).
    const isVariable = Object.hasOwn(environment, variableOf(flag)) && !Object.hasOwn(flags, flag);
    if (isVariable) environment[variableOf(flag)] = value;
    else laidOver[flag] = value;
  }
  return { argv: [facts.binary, ...render({ ...own, ...tlsFlags(facts.tlsDirectory), ...laidOver })], environment };
}

function baseSettings({ member, members, dataDirectory, clusterToken }: CommandFacts): Record<string, string> {
  return {
    name: member.name,
    'data-dir': dataDirectory,
    'listen-client-urls': member.clientUrl,
    'advertise-client-urls': member.clientUrl,
    'listen-peer-urls': member.peerUrl,
    'initial-advertise-peer-urls': member.peerUrl,
    'initial-cluster': members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(','),
    'initial-cluster-token': clusterToken,
    // etcd looks at this only while the data directory is empty.
    'initial-cluster-state': 'new',
  };
}

function tlsFlags(directory: string | undefined): Record<string, string> {
  if (directory === undefined) return {};
  const files = {
    cert: join(directory, 'server.pem'),
    key: join(directory, 'server.key'),
    ca: join(directory, 'ca.pem'),
  };
  return {
    'cert-file': files.cert,
    'key-file': files.key,
    'trusted-ca-file': files.ca,
    'client-cert-auth': 'true',
    'peer-cert-file': files.cert,
    'peer-key-file': files.key,
    'peer-trusted-ca-file': files.ca,
    'peer-client-cert-auth': 'true',
  };
}

function tlsSections(directory: string | undefined): Record<string, unknown> {
  if (directory === undefined) return {};
  const section = {
    'cert-file': join(directory, 'server.pem'),
    'key-file': join(directory, 'server.key'),
    'trusted-ca-file': join(directory, 'ca.pem'),
    'client-cert-auth': true,
  };
  return { 'client-transport-security': section, 'peer-transport-security': section };
}

function render(flags: Readonly<Record<string, string>>): string[] {
  return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
}

/**
 * Puts an override, which is a flag and a text, into the configuration file under the file's own name and type for it.
 */
function putIntoFile(config: Record<string, unknown>, flag: string, text: string): void {
  const [key, inner] = fileKeyOf(flag) ?? [];
  if (key === undefined) {
    throw new EtcdMigrateError(
      'internal-error',
      `etcd takes ${flag} from no configuration file, which this member has.`,
    );
  }
  const value = typedForFile(findFlag(flag)?.value ?? 'text', text);
  config[key] = inner === undefined ? value : { ...(config[key] as object | undefined), [inner]: value };
}

// The user's own values of owned flags are dropped: in a rehearsal they would point at production's directories,
// addresses and certificates.
const isOwned = (flag: string): boolean => whyOwned(flag) !== undefined;
const isOwnedVariable = (variable: string): boolean => isOwned(flagOfVariable(variable));
const isOwnedKey = (key: string): boolean => isOwned(flagOfFileKey([key]));

function without<T>(record: Readonly<Record<string, T>>, dropped: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !dropped(key)));
}
