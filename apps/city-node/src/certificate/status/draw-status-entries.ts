import { type EntityManager, In, LessThan } from 'typeorm';
import type { StatusReference } from '#libs/credential';
import { KuashiError, type Random, randomInteger } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import type { NodeContext } from '../../node-context/index.js';
import { CertificateRecord } from '../certificate-record.entity.js';
import { StatusEntry } from './status-entry.entity.js';
import { statusListSize, statusListUri } from './status-list-address.js';

/** What drawing needs to know of the node. */
export type DrawingNode = Pick<NodeContext, 'random' | 'url'>;

/**
 * Draws places of the status lists (状态列表) for signed forms of a certificate, inside the unit of work that issues
 * them: one for the register's own form, one more for each copy that goes into a wallet. Whatever becomes of the
 * certificate reaches all of them.
 * @throws CERTIFICATE_STATE_CONFLICT when the certificate is in the register and not valid
 */
export async function drawStatusEntries(
  tx: EntityManager,
  node: DrawingNode,
  certificate: string,
  count: number,
): Promise<StatusReference[]> {
  // Locked, so that a change of status and a new copy cannot miss each other.
  const record = await lockForUpdate(tx, CertificateRecord, { id: certificate });
  if (record && record.status !== 'VALID') {
    throw new KuashiError('CERTIFICATE_STATE_CONFLICT', { params: { state: record.status, event: 'issue' } });
  }
  const drawn = await drawForNewCertificates(tx, node, new Array(count).fill({ id: certificate }));
  return drawn.map(({ status }) => status);
}

/** A certificate that is being issued, and the place drawn for it. */
export interface PlacedCertificate<Certificate> {
  readonly certificate: Certificate;
  readonly status: StatusReference;
}

/** Draws one place for each of some certificates that are not in the register yet, in their order. */
export async function drawForNewCertificates<Certificate extends { readonly id: string }>(
  tx: EntityManager,
  { random, url }: DrawingNode,
  certificates: readonly Certificate[],
): Promise<PlacedCertificate<Certificate>[]> {
  const list = await openList(tx);
  const places = await unusedPlaces(tx, { random, list, count: certificates.length });
  const rows = certificates.map(({ id }, place) => ({ list, index: places[place] ?? -1, certificate: id }));
  for (const part of partsOf(rows)) await tx.insert(StatusEntry, part);
  const uri = statusListUri(url, list);
  return certificates.map((certificate, place) => ({ certificate, status: { uri, index: places[place] ?? -1 } }));
}

/** Places whose use tells how full a list is: places are random, so the first 4096 are as full as all of them. */
const sampled = 4096;

/** The newest list, or the next one where the newest is half full: draws never have to try long. */
async function openList(tx: EntityManager): Promise<number> {
  const [newest] = await tx.find(StatusEntry, { select: { list: true }, order: { list: 'DESC' }, take: 1 });
  const list = newest?.list ?? 1;
  const taken = await tx.countBy(StatusEntry, { list, index: LessThan(sampled) });
  return taken < sampled / 2 ? list : list + 1;
}

/** How often a draw that hit used places is repeated. In a list that is half full, 40 draws fail once in 10^12. */
const patience = 40;

/**
 * Random, so that neighbours say nothing about who was issued when; the primary key is the last guard against two
 * units of work drawing the same place.
 */
async function unusedPlaces(
  tx: EntityManager,
  { random, list, count }: { random: Random; list: number; count: number },
): Promise<number[]> {
  const drawn = new Set<number>();
  for (let attempt = 0; attempt < patience && drawn.size < count; attempt++) {
    const candidates = Array.from({ length: count - drawn.size }, () => randomInteger(random, statusListSize));
    const used = await usedAmong(tx, list, candidates);
    for (const candidate of candidates) if (!used.has(candidate)) drawn.add(candidate);
  }
  if (drawn.size < count) throw new KuashiError('INTERNAL', { cause: new Error('the status list is full') });
  return [...drawn];
}

async function usedAmong(tx: EntityManager, list: number, candidates: readonly number[]): Promise<Set<number>> {
  const used = new Set<number>();
  for (const part of partsOf(candidates)) {
    const rows = await tx.find(StatusEntry, { select: { index: true }, where: { list, index: In(part) } });
    for (const { index } of rows) used.add(index);
  }
  return used;
}

/** SQLite takes a limited number of parameters: asked in parts. */
function* partsOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let begin = 0; begin < rows.length; begin += 500) yield rows.slice(begin, begin + 500);
}
