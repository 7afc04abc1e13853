import { type EntityManager, In } from 'typeorm';
import { KuashiError, type Random, randomInteger } from '#libs/kernel';
import { CertificateRecord } from './certificate-record.entity.js';

/** Entries of a node's status list. */
export const statusListSize = 2 ** 20;

/** How often a draw that hit used indices is repeated. With a list that is half full, 40 draws fail once in 10^12. */
const patience = 40;

/**
 * Draws unused places of the status list. They are random, so that neighbours say nothing about who was issued when,
 * and never used again; the unique column is the last guard against two units of work drawing the same one.
 */
export async function drawStatusIndices(tx: EntityManager, random: Random, count: number): Promise<number[]> {
  const drawn = new Set<number>();
  for (let attempt = 0; attempt < patience && drawn.size < count; attempt++) {
    const candidates = Array.from({ length: count - drawn.size }, () => randomInteger(random, statusListSize));
    const used = await usedAmong(tx, candidates);
    for (const candidate of candidates) if (!used.has(candidate)) drawn.add(candidate);
  }
  if (drawn.size < count) throw new KuashiError('INTERNAL', { cause: new Error('the status list is full') });
  return [...drawn];
}

/** SQLite takes a limited number of parameters: asked in parts. */
async function usedAmong(tx: EntityManager, candidates: readonly number[]): Promise<Set<number>> {
  const used = new Set<number>();
  for (let begin = 0; begin < candidates.length; begin += 500) {
    const statusIndex = In(candidates.slice(begin, begin + 500));
    const rows = await tx.find(CertificateRecord, { select: { statusIndex: true }, where: { statusIndex } });
    for (const row of rows) used.add(row.statusIndex);
  }
  return used;
}
