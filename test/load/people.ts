import { type Persona, type World } from '#libs/testing';

/** A citizen with the certificates a filing needs. */
export interface Citizen {
  readonly token: string;
  readonly identity: string;
  readonly register: string;
}

interface Held {
  readonly myCertificates: { readonly edges: readonly { node: { id: string; type: { key: string } } }[] };
}

/** Every citizen of the sandbox, with a token and the certificates that the filings hand in. */
export async function citizensOf(world: World): Promise<Citizen[]> {
  const response = await fetch(`${world.gateway}/sandbox/personas`);
  const { personas } = (await response.json()) as { personas: (Persona & { roles: string[] })[] };
  const found: Citizen[] = [];
  for (const { accessToken: token, roles } of personas) {
    if (!roles.includes('citizen')) continue;
    const [identity, register] = await certificatesOf(world, token);
    if (identity && register) found.push({ token, identity, register });
  }
  return found;
}

async function certificatesOf(world: World, token: string): Promise<(string | undefined)[]> {
  const { myCertificates } = await world.data<Held>(
    '{ myCertificates(first: 100) { edges { node { id type { key } } } } }',
    {},
    { token },
  );
  const held = (kind: string): string | undefined =>
    myCertificates.edges.find(({ node }) => node.type.key === kind)?.node.id;
  return [held('resident-identity-card'), held('household-register')];
}
