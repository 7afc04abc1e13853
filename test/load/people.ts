import { type Persona, type World } from '#libs/testing';

/** A citizen with the certificates a filing needs. */
export interface Citizen {
  readonly token: string;
  readonly identity: string;
  readonly register: string;
}

/** Partial answers that cold programs may give. */
const coldAnswers = 50;

interface Held {
  readonly myCertificates: { readonly edges: readonly { node: { id: string; type: { key: string } } }[] };
}

/** Every citizen of the sandbox, with a token and the certificates that the filings hand in. */
export async function citizensOf(world: World): Promise<Citizen[]> {
  // The login loads its provider when it is first asked; whoever verifies a token would wait for it only so long.
  await fetch(`${world.programs['identity'] ?? ''}/.well-known/openid-configuration`);
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
  const { myCertificates } = await heldBy(world, token);
  const held = (kind: string): string | undefined =>
    myCertificates.edges.find(({ node }) => node.type.key === kind)?.node.id;
  return [held('resident-identity-card'), held('household-register')];
}

/** Programs that have just started load what they need when they are first asked: until all have, answers are partial. */
async function heldBy(world: World, token: string): Promise<Held> {
  const query = '{ myCertificates(first: 100) { edges { node { id type { key } } } } }';
  for (let left = coldAnswers; ; left -= 1) {
    const { data, errors } = await world.ask<Held>(query, {}, { token });
    if (data && errors.length === 0) return data;
    if (left === 0) throw new Error(`the programs do not get warm: ${JSON.stringify(errors)}`);
  }
}
