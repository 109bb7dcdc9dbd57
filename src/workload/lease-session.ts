// Owns a lease that its client keeps alive, and the moment from which a careful client no longer trusts it.
// Must not know what the lease protects.
import type { ApplicationClient, IResponseHeader, Lease } from '../etcd/application-client.ts';
import type { Clock } from '../platform/ports.ts';
import { messageOf } from './outcome.ts';

const revokeWithinMs = 5000;
const revokeAgainAfterMs = 50;

export interface Renewal {
  readonly startUs: number;
  readonly atUs: number;
  /** Time to live as etcd granted it, which may be longer than asked. */
  readonly ttlMs: number;
  readonly header: IResponseHeader;
}

export interface LeaseSession {
  readonly id: string;
  readonly grant: { readonly startUs: number; readonly atUs: number };
  /** The library's object, for writing keys under the lease. */
  readonly lease: Lease;
  /**
   * Until when the lease is provably alive: the last renewal that was answered, counted from when it was sent, plus
   * the TTL. etcd3 itself says "lost" only after two TTLs, when another client may long have taken over.
   */
  validUntilUs(): number;
  /** Resolves with the reason as soon as the lease must no longer be trusted; never after `end`. */
  readonly lost: Promise<string>;
  onRenewed(listener: (renewal: Renewal) => void): void;
  onRenewalFailed(listener: (error: string) => void): void;
  /** Stops renewing; etcd ends the lease by itself. */
  abandon(): void;
  /** Ends the lease at once. Rejects when etcd could not be told; the lease then ends by itself. */
  revoke(): Promise<void>;
}

/**
 * Ending a lease is idempotent. An application that gives up when a member drops its connection leaves a lock taken for
 * a whole TTL: measured 6 s without a leader after a member was killed.
 */
async function revokeAgain({ pool }: ApplicationClient, id: string, first: unknown, clock: Clock): Promise<void> {
  const untilUs = clock.monotonicUs() + revokeWithinMs * 1000;
  for (let last = first; ; ) {
    if (/lease not found/.test(messageOf(last))) return;
    if (clock.monotonicUs() >= untilUs) throw last;
    await clock.sleep(revokeAgainAfterMs);
    try {
      await pool.leaseClient.leaseRevoke({ ID: id });
      return;
    } catch (error) {
      last = error;
    }
  }
}

/** Throws the library's error when the lease is not granted. */
export async function openLease(
  application: ApplicationClient,
  ttlSeconds: number,
  clock: Clock,
): Promise<LeaseSession> {
  const grantStartUs = clock.monotonicUs();
  const lease = application.pool.lease(ttlSeconds);
  let validUntilUs = grantStartUs + ttlSeconds * 1_000_000;
  let oldestUnansweredUs: number | undefined;
  const renewed = new Set<(renewal: Renewal) => void>();
  const failed = new Set<(error: string) => void>();
  const ended = new AbortController();
  let lose: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    lose = (reason) => {
      if (!ended.signal.aborted) resolve(reason);
      ended.abort();
    };
  });
  lease.on('lost', (error) => lose(messageOf(error)));
  lease.on('keepaliveFired', () => {
    oldestUnansweredUs ??= clock.monotonicUs();
  });
  lease.on('keepaliveSucceeded', ({ TTL, header }) => {
    const atUs = clock.monotonicUs();
    const startUs = oldestUnansweredUs ?? atUs;
    oldestUnansweredUs = undefined;
    const ttlMs = Number(TTL) * 1000;
    // An answer that comes after the client gave up changes nothing: it no longer trusts the lease.
    if (!ended.signal.aborted) validUntilUs = Math.max(validUntilUs, startUs + ttlMs * 1000);
    for (const listener of renewed) listener({ startUs, atUs, ttlMs, header });
  });
  lease.on('keepaliveFailed', (error: unknown) => {
    oldestUnansweredUs = undefined;
    for (const listener of failed) listener(messageOf(error));
  });
  const id = await lease.grant();
  const grant = { startUs: grantStartUs, atUs: clock.monotonicUs() };

  const watchExpiry = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const leftMs = (validUntilUs - clock.monotonicUs()) / 1000;
      if (leftMs <= 0) {
        lose('no renewal was answered within the TTL');
        return;
      }
      await clock.sleep(leftMs, ended.signal).catch(() => undefined);
    }
  };
  void watchExpiry();

  return {
    id,
    grant,
    lease,
    validUntilUs: () => validUntilUs,
    lost,
    onRenewed: (listener) => void renewed.add(listener),
    onRenewalFailed: (listener) => void failed.add(listener),
    abandon: () => {
      ended.abort();
      lease.release();
    },
    revoke: async () => {
      ended.abort();
      await lease.revoke().catch((error: unknown) => revokeAgain(application, id, error, clock));
    },
  };
}
