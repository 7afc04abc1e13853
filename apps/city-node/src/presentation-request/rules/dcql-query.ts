import type { AskedCredential } from './asked-credential.js';

/** A claim of a credential query (OpenID4VP 1.0 §6.3). */
export interface DcqlClaim {
  readonly id: string;
  readonly path: readonly string[];
}

/** A credential query (OpenID4VP 1.0 §6.1). */
export interface DcqlCredential {
  readonly id: string;
  readonly format: 'dc+sd-jwt';
  readonly meta: { readonly vct_values: readonly string[] };
  readonly claims?: readonly DcqlClaim[];
  /** In the order of preference: everything first. */
  readonly claim_sets?: readonly (readonly string[])[];
}

/** A DCQL query (OpenID4VP 1.0 §6), as it travels. */
export interface DcqlQuery {
  readonly credentials: readonly DcqlCredential[];
  readonly credential_sets: readonly { readonly options: readonly (readonly string[])[]; readonly required: boolean }[];
}

/** The query as it travels: one credential set a material, its options the queries that can each answer it. */
export function dcqlQuery(asked: readonly AskedCredential[]): DcqlQuery {
  const materials = [...new Set(asked.map(({ material }) => material))];
  return {
    credentials: asked.map(credentialQuery),
    credential_sets: materials.map((material) => {
      const options = asked.filter((each) => each.material === material);
      return { options: options.map(({ id }) => [id]), required: options.some(({ required }) => required) };
    }),
  };
}

function credentialQuery({ id, types, claims, optionalClaims }: AskedCredential): DcqlCredential {
  const query = { id, format: 'dc+sd-jwt', meta: { vct_values: types.map(({ vct }) => vct) } } as const;
  const named = [...claims, ...optionalClaims].map((claim) => ({ id: claim, path: [claim] }));
  if (claims.length === 0) return query;
  if (optionalClaims.length === 0) return { ...query, claims: named };
  return { ...query, claims: named, claim_sets: withFewer(optionalClaims).map((some) => [...claims, ...some]) };
}

/** Every choice of the optional claims, the fullest first; with many of them only all and none. */
function withFewer(optional: readonly string[]): string[][] {
  if (optional.length > 3) return [[...optional], []];
  const choices = optional.reduceRight<string[][]>(
    (some, claim) => [...some.map((each) => [claim, ...each]), ...some],
    [[]],
  );
  return choices.sort((one, other) => other.length - one.length);
}
