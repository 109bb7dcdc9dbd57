import { describe, expect, it } from 'vitest';
import { type CommandFacts, etcdCommand, hostOwnedSettings } from '../../../../src/drivers/process/etcd-command.ts';

const member = { name: 'm1', clientUrl: 'http://127.0.0.1:1', peerUrl: 'http://127.0.0.1:2' };
const facts = (changes: Partial<CommandFacts>): CommandFacts => ({
  member,
  members: [member, { name: 'm2', clientUrl: 'http://127.0.0.1:3', peerUrl: 'http://127.0.0.1:4' }],
  dataDirectory: '/run/m1/data',
  clusterToken: 'token',
  settings: { flags: {}, environment: {} },
  deployment: { release: '3.6.14', overrides: {} },
  binary: '/bin/etcd',
  configFilePath: '/run/m1/etcd.yaml',
  ...changes,
});

describe('etcd command', () => {
  it('starts every line with the same base flags and nothing that a line may not know', () => {
    expect(etcdCommand(facts({})).argv).toEqual([
      '/bin/etcd',
      '--name=m1',
      '--data-dir=/run/m1/data',
      '--listen-client-urls=http://127.0.0.1:1',
      '--advertise-client-urls=http://127.0.0.1:1',
      '--listen-peer-urls=http://127.0.0.1:2',
      '--initial-advertise-peer-urls=http://127.0.0.1:2',
      '--initial-cluster=m1=http://127.0.0.1:2,m2=http://127.0.0.1:4',
      '--initial-cluster-token=token',
      '--initial-cluster-state=new',
    ]);
  });

  it("never uses production's directories, addresses, certificates or log files", () => {
    const settings = {
      flags: { 'wal-dir': '/var/lib/etcd-wal', 'listen-metrics-urls': 'http://10.0.0.1:1', 'quota-backend-bytes': '9' },
      environment: { ETCD_DATA_DIR: '/var/lib/etcd', ETCD_DISCOVERY: 'https://x', ETCD_HEARTBEAT_INTERVAL: '90' },
    };
    const { argv, environment } = etcdCommand(facts({ settings }));
    expect(argv.join(' ')).not.toMatch(/var\/lib|10\.0\.0\.1/);
    expect(argv).toContain('--quota-backend-bytes=9');
    expect(environment).toEqual({ ETCD_HEARTBEAT_INTERVAL: '90' });
    expect(hostOwnedSettings(settings)).toEqual(['wal-dir', 'listen-metrics-urls', 'ETCD_DATA_DIR', 'ETCD_DISCOVERY']);
  });

  it('leaves out what manifests may not set either: proxies, all of discovery, the certificate files of 3.3', () => {
    const settings = {
      flags: { 'ca-file': '/etc/ca.pem', proxy: 'on', 'discovery-fallback': 'proxy', version: 'true' },
      environment: { ETCD_PROXY_READ_TIMEOUT: '5000', ETCD_DISCOVERY_USER: 'u', ETCD_PEER_CA_FILE: '/etc/ca.pem' },
    };
    const { argv, environment } = etcdCommand(facts({ settings }));
    expect(argv).toEqual(etcdCommand(facts({})).argv);
    expect(environment).toEqual({});
    const configFile = { proxy: 'on', 'discovery-config': { token: 't' }, 'snapshot-count': 5 };
    const byFile = etcdCommand(facts({ settings: { flags: {}, environment: {}, configFile } }));
    expect(Object.keys(JSON.parse(byFile.configFile ?? ''))).toContain('snapshot-count');
    expect(Object.keys(JSON.parse(byFile.configFile ?? '')).join()).not.toMatch(/proxy|discovery/);
  });

  it('keeps a removed flag, so that the rehearsal fails as production would', () => {
    const settings = { flags: { 'experimental-initial-corrupt-check': 'true' }, environment: {} };
    expect(etcdCommand(facts({ settings })).argv).toContain('--experimental-initial-corrupt-check=true');
  });

  it('K10: lays an override over the channel that the setting already uses, never over both', () => {
    const deployment = { release: '3.6.14', overrides: { 'snapshot-count': '7' } };
    const byEnvironment = etcdCommand(
      facts({ deployment, settings: { flags: {}, environment: { ETCD_SNAPSHOT_COUNT: '5' } } }),
    );
    expect(byEnvironment.environment).toEqual({ ETCD_SNAPSHOT_COUNT: '7' });
    expect(byEnvironment.argv.join(' ')).not.toContain('snapshot-count');
    const byFlag = etcdCommand(facts({ deployment, settings: { flags: { 'snapshot-count': '5' }, environment: {} } }));
    expect(byFlag.argv.filter((argument) => argument.includes('snapshot-count'))).toEqual(['--snapshot-count=7']);
  });

  it.each([
    ['a flag', { flags: { 'snapshot-count': '5' }, environment: {} }],
    ['a variable', { flags: {}, environment: { ETCD_SNAPSHOT_COUNT: '5' } }],
    ['an empty variable, which conflicts with a flag too', { flags: {}, environment: { ETCD_SNAPSHOT_COUNT: '' } }],
    ['a file', { flags: {}, environment: {}, configFile: { 'snapshot-count': 5 } }],
    [
      'a file, beside flags and variables that etcd ignores then',
      {
        flags: { 'snapshot-count': '6' },
        environment: { ETCD_SNAPSHOT_COUNT: '6' },
        configFile: { 'snapshot-count': 5 },
      },
    ],
    ['nowhere', { flags: {}, environment: {} }],
    ['nowhere, with a file', { flags: {}, environment: {}, configFile: { 'max-wals': 5 } }],
  ])('K10: an override of what is set by %s is set there and in no second place', (_, settings) => {
    const deployment = { release: '3.6.14', overrides: { 'snapshot-count': '7' } };
    const { argv, environment, configFile } = etcdCommand(facts({ deployment, settings }));
    const file: Record<string, unknown> | undefined = configFile === undefined ? undefined : JSON.parse(configFile);
    const asFlag = argv.filter((argument) => argument.startsWith('--snapshot-count='));
    if (file !== undefined) {
      expect(file['snapshot-count']).toBe(7);
      // As the user has them: etcd reads neither.
      expect(asFlag.map((argument) => argument.split('=')[1])).toEqual(Object.values(settings.flags));
      expect(environment).toEqual(settings.environment);
      return;
    }
    const byVariable = Object.hasOwn(settings.environment, 'ETCD_SNAPSHOT_COUNT');
    expect(asFlag).toEqual(byVariable ? [] : ['--snapshot-count=7']);
    expect(environment).toEqual(byVariable ? { ETCD_SNAPSHOT_COUNT: '7' } : {});
  });

  it("an override has the file's own name and type there", () => {
    const overrides = {
      'socket-reuse-port': 'true',
      'warning-apply-duration': '5s',
      'cipher-suites': 'A,B',
      'experimental-snapshot-catchup-entries': '9',
    };
    const configFile = { 'socket-options': { 'reuse-address': true } };
    const command = etcdCommand(
      facts({ deployment: { release: '3.6.14', overrides }, settings: { flags: {}, environment: {}, configFile } }),
    );
    expect(JSON.parse(command.configFile ?? '')).toMatchObject({
      'socket-options': { 'reuse-address': true, 'reuse-port': true },
      'warning-apply-duration': 5_000_000_000,
      'cipher-suites': ['A', 'B'],
      'experimental-snapshot-catch-up-entries': 9,
    });
    const unheard = { release: '3.6.14', overrides: { 'raft-read-timeout': '5s' } };
    expect(() =>
      etcdCommand(facts({ deployment: unheard, settings: { flags: {}, environment: {}, configFile } })),
    ).toThrow(expect.objectContaining({ code: 'internal-error' }));
  });

  it('merges its own settings into a configuration file, typed as etcd wants them', () => {
    const { argv, configFile } = etcdCommand(
      facts({
        tlsDirectory: '/run/tls',
        deployment: { release: '3.6.14', overrides: { 'snapshot-count': '7', 'pre-vote': 'false' } },
        settings: {
          flags: { 'log-level': 'debug' },
          environment: {},
          configFile: {
            name: 'prod',
            'snapshot-count': 5,
            'wal-dir': '/x',
            'client-transport-security': { 'cert-file': '/x' },
          },
        },
      }),
    );
    expect(argv).toEqual(['/bin/etcd', '--log-level=debug', '--config-file=/run/m1/etcd.yaml']);
    const config = JSON.parse(configFile ?? '');
    expect(config).toMatchObject({ name: 'm1', 'data-dir': '/run/m1/data', 'snapshot-count': 7, 'pre-vote': false });
    expect(config['client-transport-security']['cert-file']).toBe('/run/tls/server.pem');
    expect(config).not.toHaveProperty('wal-dir');
  });
});
