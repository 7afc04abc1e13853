import type { HeldCredential } from './held-credential.js';

/** A credential query as far as the wallet reads it. */
export interface CredentialQuery {
  readonly id: string;
  readonly format: string;
  readonly meta: { readonly vct_values: readonly string[] };
  readonly claims?: readonly { readonly id?: string; readonly path: readonly string[] }[];
  readonly claim_sets?: readonly (readonly string[])[];
}

/** A DCQL query. */
export interface Query {
  readonly credentials: readonly CredentialQuery[];
  readonly credential_sets?: readonly {
    readonly options: readonly (readonly string[])[];
    readonly required?: boolean;
  }[];
}

/** What the wallet will show for a query. */
export interface Choice {
  readonly query: CredentialQuery;
  readonly credential: HeldCredential;
  readonly claims: readonly string[];
}

/**
 * Chooses as OpenID4VP 1.0 §6.4 says: of each credential set the first option for which everything is held, of each
 * credential the first claim set that it can show.
 * @throws Error when something required is not held
 */
export function chooseCredentials(query: Query, held: readonly HeldCredential[]): readonly Choice[] {
  const sets = query.credential_sets ?? [{ options: [query.credentials.map(({ id }) => id)], required: true }];
  return sets.flatMap(({ options, required = true }) => {
    const chosen = options.map((ids) => ids.map((id) => choose(query, id, held))).find((all) => all.every(Boolean));
    if (!chosen && required) throw new Error(`the wallet holds nothing for ${JSON.stringify(options)}`);
    return (chosen ?? []) as Choice[];
  });
}

function choose(query: Query, id: string, held: readonly HeldCredential[]): Choice | undefined {
  const wanted = query.credentials.find((each) => each.id === id);
  if (!wanted) throw new Error(`the request names a credential query it does not have: ${id}`);
  for (const credential of held.filter(({ vct }) => wanted.meta.vct_values.includes(vct))) {
    const claims = claimSets(wanted).find((names) => names.every((name) => credential.has(name)));
    if (claims) return { query: wanted, credential, claims };
  }
  return undefined;
}

/** Names of top-level claims, a list for each set; without claims only what is always visible. */
function claimSets({ claims = [], claim_sets: sets }: CredentialQuery): readonly (readonly string[])[] {
  const nameOf = (id: string) => claims.find((claim) => claim.id === id)?.path[0] ?? id;
  return sets ? sets.map((ids) => ids.map(nameOf)) : [claims.map(({ path }) => path[0] ?? '')];
}
