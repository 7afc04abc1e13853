import type { HolderIdType } from '#libs/kernel';
import type { CertificateType } from '#seeds';

/** The claims by which a type says whose certificate it is. */
export interface HolderClaims {
  readonly name: string;
  readonly number: string;
  /** Absent where the number can be of one kind only. */
  readonly idType?: string;
}

const person: HolderClaims = { name: 'holder_name', number: 'holder_id_number', idType: 'holder_id_type' };
const company: HolderClaims = { name: 'holder_name', number: 'unified_social_credit_code' };
const owner: HolderClaims = { name: 'owner_name', number: 'owner_id_number', idType: 'owner_id_type' };

/** Where a number of this kind may stand: in a certificate of its own, or as the owner's of a thing. */
export const holderClaimsOf: Readonly<Record<HolderIdType, readonly HolderClaims[]>> = {
  '111': [person, owner],
  '001': [company, owner],
};

/**
 * The claims by which a type names a holder with such a number; undefined when it names somebody of another kind: an
 * employee in what an employer applied for, a business in what its founder applied for.
 */
export function holderClaims(type: Pick<CertificateType, 'claims'>, idType: HolderIdType): HolderClaims | undefined {
  return holderClaimsOf[idType].find(({ number }) => type.claims.includes(number));
}
