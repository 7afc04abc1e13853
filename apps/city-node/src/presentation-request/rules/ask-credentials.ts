import type { CertificateType, MaterialRequirement } from '#seeds';
import type { AskedCredential, AskedType } from './asked-credential.js';

/** What the query is made of besides the materials. */
export interface AskingCity {
  readonly typeOf: (key: string) => CertificateType;
  readonly vctOf: (key: string) => string;
  /** Whether a certificate of the type, from whatever issuer, would be taken here for the item. */
  readonly recognises: (key: string) => boolean;
}

/** Whose certificates an applicant holds oneself. */
const ownSubjects: readonly MaterialRequirement['whose'][] = ['APPLICANT', 'ASSET'];

/** Whether a wallet can show the material at all. */
export const isShownByWallet = ({ kind, anyOf }: MaterialRequirement): boolean =>
  kind === 'CERTIFICATE' && anyOf.length > 0;

/** Whether the material is the applicant's own certificate. */
export const isOfApplicant = ({ whose }: MaterialRequirement): boolean => ownSubjects.includes(whose);

/**
 * The credential queries for an item's materials: for each material one query per set of claims that its recognised
 * types have, because one query asks the same claims of all its types. A material whose types are all unrecognised
 * here is left out: nobody is asked for what would not be taken.
 */
export function askCredentials(materials: readonly MaterialRequirement[], city: AskingCity): AskedCredential[] {
  return materials.filter(isShownByWallet).flatMap((material) => {
    const types = material.anyOf.filter(city.recognises);
    const groups = groupByClaims(material, types.map(city.typeOf));
    return groups.map((group, place) => ({
      id: place === 0 ? material.key : `${material.key}_${place + 1}`,
      material: material.key,
      required: material.necessity === 'REQUIRED' && !material.commitmentAllowed,
      ofApplicant: isOfApplicant(material),
      ...group,
      types: group.types.map((key): AskedType => ({ key, vct: city.vctOf(key) })),
    }));
  });
}

interface ClaimGroup {
  readonly types: string[];
  readonly claims: readonly string[];
  readonly optionalClaims: readonly string[];
}

function groupByClaims({ claims }: MaterialRequirement, types: readonly CertificateType[]): ClaimGroup[] {
  const groups = new Map<string, ClaimGroup>();
  for (const type of types) {
    const had = claims.filter((claim) => type.claims.includes(claim));
    const optionalClaims = had.filter((claim) => mayLack(type, claim));
    const always = had.filter((claim) => !optionalClaims.includes(claim));
    const name = JSON.stringify([always, optionalClaims]);
    const group = groups.get(name) ?? { types: [], claims: always, optionalClaims };
    group.types.push(type.key);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** A long-term (长期) certificate has no end; other claims are optional where the directory says so. */
function mayLack(type: CertificateType, claim: string): boolean {
  return claim === 'valid_until' || type.optionalClaims.includes(claim);
}
