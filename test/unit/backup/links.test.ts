// The chain of a backup's proof: what it takes to pass, and which link decides.
import { describe, expect, it } from 'vitest';
import { type Link, linkNames, linkOf, verdictOfChain } from '../../../src/backup/links.ts';

const link = (name: Link['name'], verdict: Link['verdict'] = 'pass', why = 'seen'): Link => ({
  name,
  verdict,
  evidence: [why],
  failureReason: verdict === 'pass' ? null : verdict === 'fail' ? 'backup-corrupt' : 'no-integrity-hash',
  durationMs: 1,
});

describe('the verdict of a chain', () => {
  it('is a pass with every link alone', () => {
    expect(verdictOfChain(linkNames.map((name) => link(name)))).toEqual({
      verdict: 'pass',
      failureReason: null,
      reason: 'Every link of its proof holds.',
    });
  });

  it('is that of the link which fails, also behind one that is inconclusive', () => {
    const links = [link('file', 'inconclusive', 'no hash.'), link('restore', 'fail', 'the tool says no.')];
    expect(verdictOfChain(links)).toEqual({
      verdict: 'fail',
      failureReason: 'backup-corrupt',
      reason: 'The restore link: the tool says no.',
    });
  });

  it('is inconclusive where one link is and none fails', () => {
    const links = linkNames.map((name) => link(name, name === 'file' ? 'inconclusive' : 'pass', 'no hash'));
    expect(verdictOfChain(links)).toMatchObject({ verdict: 'inconclusive', failureReason: 'no-integrity-hash' });
  });

  it.each([
    ['nothing at all', []],
    ['too few links', [link('file'), link('restore')]],
    ['another order', ['restore', 'file', 'content', 'use', 'time'].map((name) => link(name as Link['name']))],
    ['an end after a link that is inconclusive', [link('file', 'inconclusive')]],
  ])('is never a pass, but a bug, with %s', (_, links) => {
    expect(() => verdictOfChain(links)).toThrow(expect.objectContaining({ code: 'internal-error' }));
  });
});

it('a link with something wrong says that first', () => {
  const made = linkOf('content', { wrong: ['bad'], seen: ['good'], code: 'backup-content-differs' }, 5);
  expect(made).toEqual({
    name: 'content',
    verdict: 'fail',
    evidence: ['bad', 'good'],
    failureReason: 'backup-content-differs',
    durationMs: 5,
  });
  expect(linkOf('content', { wrong: [], seen: ['good'], code: 'backup-content-differs' }, 5)).toMatchObject({
    verdict: 'pass',
    failureReason: null,
  });
});
