import type { HolderIdType, LocalDate } from '#libs/kernel';
import type { CertificateType } from '#seeds';
import type { CertificateClaims, CertificateRecord } from '../certificate-record.entity.js';
import type { CertificateDates } from './certificate-dates.js';
import type { NamedHolder } from './draft-certificate.js';
import { type HolderClaims, holderClaims, holderClaimsOf } from './holder-claims.js';

/** What the next version of a certificate is to say. */
export interface ChangedCertificate {
  readonly named?: NamedHolder;
  /** What is stated beside what the register writes. */
  readonly claims: CertificateClaims;
  /** Kept where the type gives the term: a change does not prolong it. Absent: the document says it. */
  readonly term?: CertificateDates;
}

/** Written anew for every version. */
const writtenAnew = ['issuing_authority', 'issue_date'];
const datesOfTerm = ['valid_from', 'valid_until'];

/**
 * The next version of a certificate: what it said, with changes; null takes a claim away. Whose it is stays: the number
 * is the register's word, though the name may change (变更). A change of holder is another certificate.
 */
export function changeClaims(
  type: CertificateType,
  previous: Pick<CertificateRecord, 'claims' | 'validFrom' | 'validUntil'>,
  changes: CertificateClaims,
): ChangedCertificate {
  const perDocument = type.validity === 'per-document';
  const named = namedBy(type, previous.claims);
  const left = new Set([...writtenAnew, ...(perDocument ? [] : datesOfTerm), ...(named?.written ?? [])]);
  const kept = Object.entries(previous.claims).filter(([name]) => !left.has(name));
  return {
    ...(named && { named: withName(named, changes) }),
    claims: { ...Object.fromEntries(kept), ...changes },
    ...(!perDocument && { term: termOf(previous) }),
  };
}

interface Named {
  readonly holder: NamedHolder;
  readonly claims: HolderClaims;
  readonly written: readonly string[];
}

/** Whom a certificate names, as its claims say; undefined where they name nobody with a number. */
function namedBy(type: CertificateType, said: CertificateClaims): Named | undefined {
  for (const idType of Object.keys(holderClaimsOf) as HolderIdType[]) {
    const claims = holderClaims(type, idType);
    const number = claims && said[claims.number];
    if (!claims || typeof number !== 'string') continue;
    if ((said[claims.idType ?? ''] ?? idType) !== idType) continue;
    const written = [claims.name, claims.number, ...(claims.idType === undefined ? [] : [claims.idType])];
    return { holder: { idType, name: textOf(said[claims.name]), number }, claims, written };
  }
  return undefined;
}

function withName({ holder, claims }: Named, changes: CertificateClaims): NamedHolder {
  const changed = changes[claims.name];
  return { ...holder, name: typeof changed === 'string' && changed !== '' ? changed : holder.name };
}

const termOf = ({ validFrom, validUntil }: Pick<CertificateRecord, 'validFrom' | 'validUntil'>): CertificateDates => ({
  validFrom: validFrom as LocalDate,
  validUntil: validUntil as LocalDate | null,
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
