import { KuashiError } from '#libs/kernel';
import type { CertificateType } from '#seeds';
import type { Identified, PersonAtWindow } from '../../person/index.js';
import type { Ownership } from '../owners/index.js';
import { holderClaims } from './holder-claims.js';

/** Another owner, as the officer has read the document. */
export interface NewOwner {
  readonly person: PersonAtWindow;
  readonly share?: string | null;
}

type Owner = Pick<Identified, 'holder' | 'kind'> & { readonly share?: string | null };

/**
 * The type must be able to name its holder, and only a thing has several owners, each of them once.
 * @throws BAD_INPUT
 */
export function assertOwnable(type: CertificateType, owners: readonly Owner[]): void {
  const [first] = owners;
  const idType = first?.kind === 'legal-person' ? '001' : '111';
  if (!holderClaims(type, idType)) {
    const params = { constraint: 'isHolderOfType', limit: type.key, reason: `cannot hold ${type.key}` };
    throw new KuashiError('BAD_INPUT', { field: 'input.holder.idType', params });
  }
  if (owners.length > 1 && type.holderKind !== 'asset') {
    const params = { constraint: 'isAsset', limit: type.key, reason: `${type.key} has one holder` };
    throw new KuashiError('BAD_INPUT', { field: 'input.coOwners', params });
  }
  if (new Set(owners.map(({ holder }) => holder)).size < owners.length) {
    const params = { constraint: 'arrayUnique', reason: 'names an owner twice' };
    throw new KuashiError('BAD_INPUT', { field: 'input.coOwners', params });
  }
}

/** What the register keeps of an owner. */
export const ownershipOf = ({ holder, share }: Owner): Ownership => ({ holder, share });
