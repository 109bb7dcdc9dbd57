// Owns: which commit a run belongs to, and whom it may trust. A wrong "trusted" lets a stranger choose what runs.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertTrustedEvent, type EventContext, headShaOf, trustOf } from '../../../src/github/context.ts';

function event(eventName: string, fixture: string, ref: string): EventContext {
  const file = new URL(`../../fixtures/github/event-${fixture}.json`, import.meta.url);
  return {
    eventName,
    ref,
    sha: '9'.repeat(40),
    runId: 1,
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    repository: { owner: 'example', repo: 'infra' },
    payload: JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>,
  };
}

const nobody = { trustedRefs: [] };

describe('the commit of a check run', () => {
  it.each([
    ['pull_request', 'pull-request', '1'],
    ['pull_request_target', 'pull-request-fork', '1'],
    ['merge_group', 'merge-group', '4'],
    ['workflow_run', 'workflow-run', '5'],
    ['push', 'push', '9'],
  ])('of %s is the one that people look at', (name, fixture, digit) => {
    expect(headShaOf(event(name, fixture, 'refs/heads/main'))).toBe(digit.repeat(40));
  });
});

describe('pull_request_target', () => {
  it.each(['pull-request-fork', 'pull-request-deleted-fork'])('is refused for %s', (fixture) => {
    const context = event('pull_request_target', fixture, 'refs/heads/main');
    expect(() => assertTrustedEvent(context)).toThrow(expect.objectContaining({ code: 'untrusted-event' }));
  });

  it('goes on for a branch of the repository itself, and pull_request for a fork', () => {
    expect(() => assertTrustedEvent(event('pull_request_target', 'pull-request', 'refs/heads/main'))).not.toThrow();
    expect(() => assertTrustedEvent(event('pull_request', 'pull-request-fork', 'refs/pull/7/merge'))).not.toThrow();
  });
});

describe('trust', () => {
  it.each([
    ['push', 'push', 'refs/heads/main', [], 'trusted'],
    ['schedule', 'schedule', 'refs/heads/main', [], 'trusted'],
    ['workflow_dispatch', 'workflow-dispatch', 'refs/heads/topic', [], 'trusted'],
    ['push', 'push', 'refs/heads/topic', [], 'untrusted'],
    ['push', 'push', 'refs/heads/release', ['release'], 'trusted'],
    ['push', 'push', 'refs/tags/v1', ['refs/tags/v1'], 'trusted'],
    // A tag must not pass for a branch of the same name, nor a longer name for a shorter one.
    ['push', 'push', 'refs/tags/release', ['release'], 'untrusted'],
    ['push', 'push', 'refs/heads/release-evil', ['release'], 'untrusted'],
    ['push', 'push', 'refs/heads/x/main', [], 'untrusted'],
    // These run on the default branch, but about a proposal.
    ['pull_request_target', 'pull-request', 'refs/heads/main', ['main'], 'untrusted'],
    ['workflow_run', 'workflow-run', 'refs/heads/main', ['main'], 'untrusted'],
    ['issue_comment', 'pull-request', 'refs/heads/main', ['main'], 'untrusted'],
    ['pull_request', 'pull-request', 'refs/pull/7/merge', ['refs/pull/7/merge'], 'untrusted'],
    ['push', 'schedule', 'refs/heads/main', [], 'untrusted'],
    ['merge_group', 'merge-group', 'refs/heads/gh-readonly-queue/main/pr-7', [], 'untrusted'],
  ] as const)('%s of %s at %s with %j is %s', (name, fixture, ref, trustedRefs, expected) => {
    expect(trustOf(event(name, fixture, ref), { trustedRefs })).toBe(expected);
  });

  it('is not given where the payload is missing or strange', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.string(), (payload, ref) => {
        const context = { ...event('push', 'push', `refs/heads/${ref}`), payload };
        expect(trustOf(context, nobody)).toBe('untrusted');
        expect(headShaOf({ ...context, payload })).toBe(context.sha);
      }),
    );
  });
});
