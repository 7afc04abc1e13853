import { type EntityManager, In } from 'typeorm';
import type { Holder } from '#libs/kernel';
import { CertificateOwner } from './certificate-owner.entity.js';

/** An owner and the share. */
export interface Ownership {
  readonly holder: Holder;
  /** Absent: joint ownership without shares (共同共有). */
  readonly share?: string | null;
}

/** Enters who owns what a new version of a certificate is about, when they are several. */
export async function enterOwners(
  tx: EntityManager,
  certificate: string,
  owners: readonly Ownership[] | undefined,
): Promise<void> {
  if (!owners || owners.length < 2) return;
  await tx.insert(
    CertificateOwner,
    owners.map(({ holder, share = null }) => ({ certificate, holder, share })),
  );
}

/** The owners of several; empty for a certificate with one holder. */
export async function coOwnersOf(reads: EntityManager, certificate: string): Promise<Ownership[]> {
  return (await coOwnersOfAll(reads, [certificate])).get(certificate) ?? [];
}

/** The same of a page of certificates, by one query; those with one holder are absent. */
export async function coOwnersOfAll(
  reads: EntityManager,
  certificates: readonly string[],
): Promise<ReadonlyMap<string, Ownership[]>> {
  const where = { certificate: In([...certificates]) };
  const rows = await reads.find(CertificateOwner, { where, order: { holder: 'ASC' } });
  const owners = new Map<string, Ownership[]>();
  for (const { certificate, holder, share } of rows) {
    owners.set(certificate, [...(owners.get(certificate) ?? []), { holder: holder as Holder, share }]);
  }
  return owners;
}

/** IDs of the certificates of which somebody is one of several owners. */
export async function sharedWith(reads: EntityManager, holder: Holder): Promise<string[]> {
  const rows = await reads.find(CertificateOwner, { select: { certificate: true }, where: { holder } });
  return rows.map(({ certificate }) => certificate);
}
