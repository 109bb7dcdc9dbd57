// Owns the certificates of one rehearsal: an authority, one server pair for all members, one client pair.
// Must not be used for anything that outlives the run.
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../engine/ports.ts';
import { writeFileAtomic } from '../../platform/files.ts';

const HOUR_MS = 3_600_000;
const VALID_MS = 30 * 24 * HOUR_MS;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface RunCertificates {
  readonly caPem: string;
  readonly certPem: string;
  readonly keyPem: string;
}

export interface MadeCertificates {
  readonly administrator: RunCertificates;
  /** A client's pair that stands for no user. */
  readonly anonymous: RunCertificates;
}

/**
 * Writes ca.pem, server.pem and server.key (mode 0600) into the directory and returns the clients' pairs.
 *
 * @param user etcd user that the administrator's certificate stands for, where nobody knows a password
 */
export async function makeCertificates(directory: string, clock: Clock, user?: string): Promise<MadeCertificates> {
  // The library is loaded late, because most runs have no TLS; its metadata shim has to come first.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto);
  const { subtle } = webcrypto;
  const now = clock.wallMs();
  // The certificates are valid from an hour ago: a clock that is set right during the run must not make them "not yet
  // valid".
  const validity = { notBefore: new Date(now - HOUR_MS), notAfter: new Date(now + VALID_MS) };
  const newKeys = () => subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
  const keyPem = async (keys: webcrypto.CryptoKeyPair) =>
    `${x509.PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')}\n`;

  const caKeys = await newKeys();
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'O=etcd-migrate rehearsal, CN=authority',
    ...validity,
    signingAlgorithm: ALGORITHM,
    keys: caKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const issue = async (serialNumber: string, unit: string, commonName = '') => {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber,
      // A common name stands only where it is meant: etcd takes it for a user's, and its HTTP gateway refuses such
      // certificates.
      subject: `O=etcd-migrate rehearsal, OU=${unit}${commonName}`,
      issuer: ca.subject,
      ...validity,
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: caKeys.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        // Every pair serves both uses: members are each other's clients, and the gateway is a client of its own member.
        new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']),
        new x509.SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
          { type: 'dns', value: 'localhost' },
        ]),
      ],
    });
    return { certPem: `${certificate.toString('pem')}\n`, keyPem: await keyPem(keys) };
  };
  const server = await issue('02', 'member');
  const client = await issue('03', 'administrator', user === undefined ? '' : `, CN=${user}`);
  const caPem = `${ca.toString('pem')}\n`;
  await writeFileAtomic(join(directory, 'ca.pem'), caPem, 0o600);
  await writeFileAtomic(join(directory, 'server.pem'), server.certPem, 0o600);
  await writeFileAtomic(join(directory, 'server.key'), server.keyPem, 0o600);
  return {
    administrator: { caPem, ...client },
    anonymous: user === undefined ? { caPem, ...client } : { caPem, ...(await issue('04', 'client')) },
  };
}
