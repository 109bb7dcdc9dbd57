import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Finding } from '../../../src/findings.ts';
import type { ParsedManifest } from '../../../src/manifest/parse.ts';
import { parseManifest } from '../../support/parse-manifest.ts';

const encoder = new TextEncoder();
const full = readFileSync(new URL('../../fixtures/manifest/full.yaml', import.meta.url), 'utf8');

function parse(text: string | Uint8Array): ParsedManifest {
  return parseManifest(typeof text === 'string' ? encoder.encode(text) : text, 'm.yaml');
}

function failure(text: string | Uint8Array): EtcdMigrateError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof EtcdMigrateError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

function findingsOf(text: string): Finding[] {
  return failure(text).details.findings as Finding[];
}

function ids(text: string): string[] {
  return findingsOf(text).map((finding) => finding.id.replace('rule/manifest-', ''));
}

const valid = 'from: "3.5"\nto: "3.7"\n';

describe('accepts', () => {
  test('the least manifest', () => {
    expect(parse(valid).manifest).toEqual({ from: '3.5', to: '3.7' });
    expect(parse(valid).warnings).toEqual([]);
  });

  test('every key at once', () => {
    const { manifest, warnings } = parse(full);
    expect(warnings).toEqual([]);
    expect(manifest.rehearsal?.workload?.mix).toEqual({ put: 50, delete: 0 });
  });

  test('a byte order mark, CRLF, a leading ---, a trailing ..., comments and no last line break', () => {
    const plain = parse(valid).manifest;
    expect(parse(`\ufeff${valid}`).manifest).toEqual(plain);
    expect(parse(`\ufeff# c\r\n---\r\n${valid.replaceAll('\n', '\r\n')}...\r\n`).manifest).toEqual(plain);
    expect(parse(valid.trimEnd()).manifest).toEqual(plain);
  });

  test('anchors and aliases, and explicit text tags', () => {
    expect(parse('from: &v "3.6.1"\nto: "3.7"\nhops: [*v]\n').manifest.hops).toEqual(['3.6.1']);
    expect(parse('from: !!str 3.10\nto: "3.11"\n').manifest.from).toBe('3.10');
  });

  test('tabs that are not indentation', () => {
    expect(parse('from:\t"3.5"\t# now\nto: "3.7"\n').manifest.from).toBe('3.5');
  });

  test('hops with and without their ends, with patch stops and with latest', () => {
    for (const hops of ['["3.6"]', '["3.5", "3.6", "3.7"]', '["3.5.33", "3.6.14"]', '["3.6.13", "3.6.14"]']) {
      expect(parse(`${valid}hops: ${hops}\n`).manifest.hops?.length).toBeGreaterThan(0);
    }
    expect(parse('from: "3.5"\nto: latest\nhops: ["3.6"]\n').manifest.to).toBe('latest');
  });
});

describe('warns', () => {
  test('about an even number of members, by count and by name, located', () => {
    const byCount = parse(`${valid}members: 4\n`).warnings;
    expect(byCount).toMatchObject([
      { id: 'rule/manifest-even-members', severity: 'warning', where: { file: 'm.yaml', line: 3, column: 10 } },
    ]);
    expect(parse(`${valid}members: [a, b]\n`).warnings.map(({ id }) => id)).toEqual(['rule/manifest-even-members']);
    expect(parse(`${valid}members: 1\n`).warnings.map(({ id }) => id)).toEqual(['rule/manifest-single-member']);
    expect(parse(`${valid}members: 5\n`).warnings).toEqual([]);
  });

  test('about a mix without reads or without writes', () => {
    const mix = (text: string) => parse(`${valid}rehearsal: {workload: {mix: {${text}}}}\n`).warnings;
    expect(mix('put: 0, cas: 0, delete: 0')).toMatchObject([{ id: 'rule/manifest-one-sided-mix' }]);
    expect(mix('get: 0, getSerializable: 0, range: 0')[0]?.message).toContain('no reads');
    expect(mix('put: 1')).toEqual([]);
  });

  test('about a place whose source is not listed', () => {
    const { warnings } = parse(`${valid}releases:\n  sources: [cache]\n  mirror: https://m.example\n`);
    expect(warnings).toMatchObject([{ id: 'rule/manifest-unused-source', where: { line: 5, column: 3 } }]);
  });
});

describe('locates', () => {
  test('values, list items, and the nearest ancestor of what is not there', () => {
    const { locate } = parse(full);
    expect(locate(['from'])).toEqual({ file: 'm.yaml', line: 3, column: 7 });
    expect(locate(['hops', 2])).toEqual({ file: 'm.yaml', line: 5, column: 28 });
    expect(locate(['rehearsal', 'workload', 'rate'])).toMatchObject({ line: 35, column: 11 });
    expect(locate(['rehearsal', 'workload', 'nothing', 7])).toEqual(locate(['rehearsal', 'workload']));
    expect(locate(['nothing'])).toEqual({ file: 'm.yaml', line: 1, column: 1 });
  });
});

describe('refuses', () => {
  test('numbers for versions, quoting what was written', () => {
    const [from, to] = findingsOf('from: 3.10\nto: 3.7\n');
    expect(from).toMatchObject({
      id: 'rule/manifest-version-not-quoted',
      where: { line: 1, column: 7 },
      fix: 'quote it: from: "3.10"',
    });
    expect(from?.message).toContain('3.10');
    expect(from?.message).toContain('reads it as 3.1.');
    expect(to?.id).toBe('rule/manifest-version-not-quoted');
  });

  test.for([
    ['3.07', 'write "3.7" for the newest release of that line'],
    ['3.05.33', 'write "3.5.33"'],
    ['v3.5.033', 'write "3.5.33"'],
    ['3.99999999999999999999', undefined],
  ] as const)('%s, which is no version of anything, instead of crashing on it later', ([written, fix]) => {
    const findings = findingsOf(`from: "3.4"\nto: "${written}"\n`);
    expect(findings).toMatchObject([{ id: 'rule/manifest-wrong-value', where: { line: 2, column: 5 } }]);
    expect(findings[0]?.fix).toBe(fix);
    expect(ids(`${valid}releases: {local: {"3.05.33": x}}\n`)).toEqual(['wrong-key']);
  });

  test('every mistake at once, in the order of the file, and in one text', () => {
    const text = 'nmae: x\nfrom: 3.5\nto: v3.7\nrehearsal:\n  depth: quik\n  seed: 1\n  seed: 2\n';
    expect(ids(text)).toEqual(['unknown-key', 'version-not-quoted', 'wrong-value', 'wrong-value', 'duplicate-key']);
    const { message } = failure(text);
    for (const line of ['m.yaml:1:1: ', 'm.yaml:2:7: ', 'm.yaml:3:5: ', 'm.yaml:5:10: ', 'm.yaml:7:3: ']) {
      expect(message).toContain(`\n${line}`);
    }
    expect(message).toContain('m.yaml has 5 mistakes');
  });

  test('more mistakes than can be listed: the text stops, the details do not', () => {
    const text = Array.from({ length: 200 }, (_, index) => `unknown${index}: 1\n`).join('') + valid;
    const error = failure(text);
    expect(error.details.findings).toHaveLength(200);
    expect(error.message).toContain('… and 150 more');
  });

  test('a misspelt required key as one mistake, not two', () => {
    expect(ids('form: "3.5"\nto: "3.7"\n')).toEqual(['unknown-key']);
  });

  test('an unknown line in `hops` with the lines that are known, not with stop-overs that do not exist', () => {
    const [far, ...others] = findingsOf('from: "3.5"\nto: "3.99"\nhops: ["3.6"]\n');
    expect(others).toEqual([]);
    expect(far).toMatchObject({ id: 'rule/manifest-unknown-line', where: { line: 2, column: 5 } });
    expect(far?.fix).toMatch(/^known lines are 3\.3, .* and 3\.7; correct it/);
  });

  test('ten members without advising eleven, which are refused too', () => {
    for (const members of ['10', '[a, b, c, d, e, f, g, h, i, j]']) {
      expect(ids(`${valid}members: ${members}\n`)).toEqual(['wrong-value']);
    }
  });

  test('ten blanks as a reason', () => {
    const accept = (reason: string) => `${valid}accept: [{risk: known-bad, reason: "${reason}"}]\n`;
    expect(ids(accept(' '.repeat(10)))).toEqual(['wrong-value']);
    expect(ids(accept(`  too short${' '.repeat(900_000)}`))).toEqual(['wrong-value']);
    expect(parse(accept('  just enough  ')).manifest.accept).toHaveLength(1);
  });

  test('keys in other spellings and keys at the wrong level', () => {
    const fixes = findingsOf(`${valid}time-limits: {}\ndepth: quick\nendpoint: []\nxyzzy: 1\n`).map(({ fix }) => fix);
    expect(fixes[1]).toBe('`depth` belongs under `rehearsal`');
    expect(fixes[3]).toMatch(/^valid keys here: version, name, from/);
    expect(findingsOf(`${valid}rehearsal: {time_limits: {}}\n`)[0]?.fix).toBe('did you mean `timeLimits`?');
  });

  test('files beyond 1 MiB, at once', () => {
    const error = failure(new Uint8Array(10 * 1024 * 1024).fill(0x61));
    expect(error.code).toBe('manifest-unreadable');
    expect(error.message).toContain('10.0 MiB');
    expect(failure(new Uint8Array(1024 * 1024 + 1).fill(0x20)).code).toBe('manifest-unreadable');
    expect(failure(new Uint8Array(1024 * 1024).fill(0x20)).code).toBe('manifest-invalid');
  });

  test('NUL bytes and bad UTF-8, with their line', () => {
    expect(failure('from: "3.5"\nto: "\0"\n').message).toContain('m.yaml:2:6: ');
    expect(failure(Uint8Array.of(0x61, 0x0a, 0x62, 0x0a, 0xc3, 0x28)).message).toContain('m.yaml:3: ');
  });

  test('nesting that would exhaust the stack', () => {
    for (const piece of ['[', '{a: ', '- ', '? ', 'a: ']) {
      expect(ids(piece.repeat(50_000))).toEqual(['too-deep']);
    }
    const stairs = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    expect(ids(stairs)).toEqual(['too-deep']);
  });

  test('files with far too many tokens', () => {
    expect(ids('a:\n'.repeat(100_000))).toEqual(['too-long']);
  });

  test('alias bombs, within bounds and with one message', () => {
    const levels = Array.from({ length: 20 }, (_, index) => {
      const inner = index === 0 ? 'x' : `*l${index - 1}`;
      return `l${index}: &l${index} [${Array.from({ length: 9 }, () => inner).join(', ')}]\n`;
    });
    expect(ids(levels.join(''))).toEqual(['alias-bomb']);
  });

  test.for([
    ['from', '1'.repeat(900_000)],
    ['from', '"'.concat('1.'.repeat(450_000), '"')],
    ['name', '://'.repeat(300_000)],
    ['name', '@'.repeat(900_000)],
    ['name', '-'.repeat(900_000)],
    ['hops', `[${'"3.5", '.repeat(10_000)}]`],
    ['connection', `{endpoints: ["http:${'/'.repeat(900_000)}"]}`],
    [`? ${'k'.repeat(300_000)}\n`, `[${'1, '.repeat(30_000)}]`],
  ] as const)('a huge value of %s without taking for ever', ([key, value]) => {
    expect(ids(`${valid}${key}: ${value}\n`).length).toBeGreaterThan(0);
  });

  test('aliases to nothing and to themselves', () => {
    expect(ids(`${valid}hops: &h [*h]\nname: *n\n`)).toEqual(['alias', 'alias']);
  });

  test('keys that would reach the prototype', () => {
    expect(ids(`${valid}__proto__: {name: x}\n`)).toEqual(['unknown-key']);
    expect(ids(`${valid}constructor: 1\n`)).toEqual(['unknown-key']);
    expect(ids(`${valid}releases:\n  local:\n    __proto__: x\n`)).toEqual(['unknown-key']);
  });

  test.for([
    ['', 'empty'],
    ['# only a comment\n', 'empty'],
    ['---\n...\n', 'empty'],
    ['- a\n', 'wrong-value'],
    ['"3.5"\n', 'wrong-value'],
    ['42\n', 'wrong-value'],
    [`${valid}---\n${valid}`, 'several-documents'],
    [`${valid}from: "3.6"\n`, 'duplicate-key'],
    [`${valid}rehearsal:\n`, 'missing-value'],
    [`${valid}name: ~\n`, 'missing-value'],
    [`${valid}3: x\n`, 'key-not-text'],
    [`${valid}<<: {name: x}\n`, 'merge-key'],
    [`${valid}rehearsal:\n\tdepth: quick\n`, 'tab-indentation'],
    [`${valid}name: !foo x\n`, 'syntax'],
    [`${valid}name: "x\n`, 'syntax'],
    ['from: "3.7"\nto: "3.5"\n', 'downgrade'],
    ['from: "3.5.33"\nto: "3.5.16"\n', 'downgrade'],
    ['from: "3.5"\nto: "3.5"\n', 'nothing-to-do'],
    [`${valid}hops: ["3.7"]\n`, 'hops-skip-minor'],
    [`${valid}hops: ["3.5"]\n`, 'hops-skip-minor'],
    [`${valid}hops: ["3.6", "3.6"]\n`, 'hops-order'],
    [`${valid}hops: ["3.4", "3.6"]\n`, 'hops-order'],
    [`${valid}hops: ["3.6", "3.8"]\n`, 'hops-order'],
    [`${valid}hops: []\n`, 'wrong-value'],
    [`${valid}members: [a, b, a]\n`, 'duplicate-member'],
    [`${valid}members: 0\n`, 'wrong-value'],
    [`${valid}etcd: {flags: {name: x}}\n`, 'owned-setting'],
    [`${valid}etcd: {flags: {discovery-srv: x}}\n`, 'owned-setting'],
    [`${valid}etcd: {environment: {ETCD_PEER_CERT_FILE: x}}\n`, 'owned-setting'],
    [`${valid}etcd: {configFile: x, flags: {max-wals: 1}}\n`, 'config-file-alone'],
    [`${valid}etcd: {flags: {max-wals: 1}, environment: {ETCD_MAX_WALS: "1"}}\n`, 'flag-and-variable'],
    [`${valid}etcd: {flags: {quota-backend-bytes: 9007199254740993}}\n`, 'number-changed'],
    [`${valid}etcd: {flags: {snapshot-count: 010}}\n`, 'number-changed'],
    [`${valid}connection: {endpoints: []}\n`, 'wrong-value'],
    [`${valid}connection: {endpoints: ["https://a:b@c:1"]}\n`, 'credentials-in-url'],
    [`${valid}releases: {mirror: "https://a:b@c:1"}\n`, 'credentials-in-url'],
    [`${valid}connection: {endpoints: ["https://a:1", "http://b:1"]}\n`, 'mixed-endpoints'],
    [`${valid}connection: {endpoints: ["https://a:1"], tls: {caFile: a, caEnv: b}}\n`, 'file-and-variable'],
    [`${valid}connection: {endpoints: ["https://a:1"], tls: {keyFile: a}}\n`, 'certificate-without-key'],
    [`${valid}connection: {endpoints: ["https://a:1"], auth: {username: a}}\n`, 'missing-password'],
    [
      `${valid}connection: {endpoints: ["https://a:1"], auth: {username: a, passwordEnv: A, passwordFile: b}}\n`,
      'file-and-variable',
    ],
    [`${valid}rehearsal: {workload: {valueSize: [2, 1]}}\n`, 'value-size-order'],
    [
      `${valid}rehearsal: {workload: {mix: {put: 0, get: 0, getSerializable: 0, range: 0, cas: 0, delete: 0}}}\n`,
      'empty-mix',
    ],
    [`${valid}rehearsal: {timeLimits: {soakMs: 10000, totalMs: 10000}}\n`, 'limit-over-total'],
    [`${valid}releases: {sources: [mirror]}\n`, 'source-without-place'],
    [`${valid}releases: {sources: [go, go]}\n`, 'duplicate-source'],
    [
      `${valid}accept:\n  - {risk: known-bad, reason: long enough}\n  - {risk: known-bad, reason: long enough}\n`,
      'duplicate-risk',
    ],
    [`${valid}accept: [{risk: known-bad}]\n`, 'missing-key'],
  ] as const)('%j as %s, and nothing else', ([text, id]) => {
    expect(ids(text)).toEqual([id]);
  });

  test('mistakes before broken syntax are told, guesses behind it are not', () => {
    expect(ids('nmae: x\nfrom: "3.5\nto: 3.7\n')).toEqual(['unknown-key', 'syntax']);
  });

  test('the rest of a file that is indented with tabs is judged all the same', () => {
    expect(ids(`${valid}rehearsal:\n\tdepth: quik\nnmae: x\n`)).toEqual([
      'tab-indentation',
      'wrong-value',
      'unknown-key',
    ]);
  });
});

describe('never shows', () => {
  test('what may be a secret', () => {
    const text = `${valid}connection:
  endpoints: ["https://root:hunter2@a.example:1", "root:hunter2@b.example"]
  tls: {keyEnv: "-----BEGIN hunter2", certEnv: 5}
  auth: {username: root, password: hunter2, passwordEnv: "hunter2 hunter2"}
releases: {mirror: "ftp://u:hunter2@m.example"}
`;
    const error = failure(text);
    expect(JSON.stringify([error.message, error.details])).not.toContain('hunter2');
  });

  test('control characters or workflow commands of their own lines', () => {
    const { message } = failure(`${valid}"\\e[31m\\n::error::x": 1\nname: "\\u202e\\n::set-output"\n`);
    expect(message).not.toContain('\u001b');
    expect(message).not.toContain('\u202e');
    expect(message.split('\n').some((line) => line.startsWith('::'))).toBe(false);
  });
});
