// Owns the list of etcd settings that etcd-migrate itself must choose for each member, and why.
// Must not know how they are chosen (drivers/).

const address = 'addresses and ports belong to each member; a rehearsal takes free ones on 127.0.0.1';
const directory = 'every member gets a data directory of its own';
const formation = 'the cluster is formed from `members`';
const certificates = 'certificates are made for the run; use `rehearsal.tls`';
const logging = "members' logs are kept with the run";
const proxy = 'only voting members are rehearsed, no proxies';
const exits = 'etcd would print it and exit';

/** Flag name → why a manifest cannot set it. Names of etcd 3.3 to 3.7 (`etcd --help` of each). */
const owned: Readonly<Record<string, string>> = {
  name: 'members are named by `members`',
  'config-file': 'name the file with `etcd.configFile`',
  'data-dir': directory,
  'wal-dir': directory,
  'listen-client-urls': address,
  'listen-client-http-urls': address,
  'listen-peer-urls': address,
  'listen-metrics-urls': address,
  'advertise-client-urls': address,
  'initial-advertise-peer-urls': address,
  'initial-cluster': formation,
  'initial-cluster-state': formation,
  'initial-cluster-token': formation,
  'force-new-cluster': formation,
  'cert-file': certificates,
  'key-file': certificates,
  'client-cert-file': certificates,
  'client-key-file': certificates,
  'trusted-ca-file': certificates,
  'client-cert-auth': certificates,
  'client-crl-file': certificates,
  'client-cert-allowed-hostname': certificates,
  'auto-tls': certificates,
  'peer-cert-file': certificates,
  'peer-key-file': certificates,
  'peer-client-cert-file': certificates,
  'peer-client-key-file': certificates,
  'peer-trusted-ca-file': certificates,
  'peer-client-cert-auth': certificates,
  'peer-crl-file': certificates,
  'peer-cert-allowed-cn': certificates,
  'peer-cert-allowed-hostname': certificates,
  'peer-auto-tls': certificates,
  // Groups of a configuration file.
  'client-transport-security': certificates,
  'peer-transport-security': certificates,
  'log-outputs': logging,
  'log-output': logging,
  'enable-log-rotation': logging,
  'log-rotation-config-json': logging,
  version: exits,
  help: exits,
  h: exits,
};

/** Why the flag is not for the manifest to set; undefined when it is. */
export function whyOwned(flag: string): string | undefined {
  if (Object.hasOwn(owned, flag)) return owned[flag];
  if (flag === 'discovery' || flag.startsWith('discovery-')) return formation;
  if (flag === 'proxy' || flag.startsWith('proxy-')) return proxy;
  return undefined;
}

/** `ETCD_SNAPSHOT_COUNT` → `snapshot-count`: etcd derives variable names from flag names in this way. */
export function flagOfVariable(variable: string): string {
  return variable
    .replace(/^ETCD_/, '')
    .toLowerCase()
    .replaceAll('_', '-');
}
