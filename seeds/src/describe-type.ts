import type { CertificateType, LocalizedName, ProvinceSeeds } from './types.js';

/** A certificate type with what its claims are called. */
export interface DescribedType {
  readonly name: LocalizedName;
  readonly claims: readonly { readonly name: string; readonly label: LocalizedName; readonly mandatory: boolean }[];
}

/** A certificate type as wallets show it: its claims with their names, and which of them every certificate has. */
export function describeType(
  { name, claims, optionalClaims }: CertificateType,
  { claimNames }: Pick<ProvinceSeeds, 'claimNames'>,
): DescribedType {
  return {
    name,
    claims: claims.map((claim) => ({
      name: claim,
      label: claimNames.get(claim) ?? { zhHans: claim, zhHant: claim, en: claim },
      mandatory: !optionalClaims.includes(claim),
    })),
  };
}
