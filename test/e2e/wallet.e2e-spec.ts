import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importHolderKey } from '#libs/credential';
import { createWorld, type HeldCredential, PresentingWallet, type TakeUp, Wallet, type World } from '#libs/testing';

const cities = [
  ['430100', 'cs-citizen-1'],
  ['430200', 'zz-citizen-1'],
  ['430300', 'xt-citizen-1'],
] as const;

interface Offer {
  uri: string;
  offerUri: string;
  qrCode: string;
  transactionCode: string | null;
  expiresAt: string;
}

const offering = `mutation ($input: OfferCredentialInput!) {
  offerCredential(input: $input) { uri offerUri qrCode transactionCode expiresAt }
}`;

const verifying = `query ($credential: String!) {
  verifyCredential(credential: $credential) { outcome checks { name result reason } }
}`;

interface Report {
  outcome: string;
  checks: { name: string; outcome: string; reason: string | null }[];
}

/** What is asked for at the node, and how the wallet takes it up. */
const grants: readonly (readonly [string, object, TakeUp])[] = [
  ['a pre-authorized code', {}, {}],
  ['a pre-authorized code and a transaction code', { transactionCode: true }, {}],
  ['a pre-authorized code, bound by DPoP', {}, { dpop: true, copies: 3 }],
  ['an authorization code with PKCE', { grant: 'AUTHORIZATION_CODE' }, {}],
  ['an authorization code, bound by DPoP', { grant: 'AUTHORIZATION_CODE' }, { dpop: true, alg: 'EdDSA' }],
];

describe('a wallet that nobody here wrote', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.close());

  /** Shows the card in a city for an item that needs it, and reads what the city found. */
  async function present(wallet: Wallet, held: HeldCredential, { accepting, persona }: Record<string, string>) {
    const input = { item: 'pension-transfer-resident', division: accepting, materials: ['identity'] };
    const { requestPresentation } = await world.data<{ requestPresentation: { id: string; uri: string } }>(
      'mutation ($input: RequestPresentationInput!) { requestPresentation(input: $input) { id uri } }',
      { input },
      { as: persona },
    );
    const key = await importHolderKey(await wallet.keys.privateJwk(held.holderKey));
    const presenting = await PresentingWallet.create(key);
    presenting.hold(held.credential);
    const answer = await presenting.answer(await presenting.read(requestPresentation.uri));
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
    const { presentationRequest } = await world.data<{ presentationRequest: object }>(
      'query ($id: ID!) { presentationRequest(id: $id) { state credentials { valid type { key } checks { result } } } }',
      { id: requestPresentation.id },
      { as: persona },
    );
    const credentials = [{ valid: true, type: { key: 'resident-identity-card' } }];
    expect(presentationRequest).toMatchObject({ state: 'VERIFIED', credentials });
  }

  async function certificateOf(city: string, persona: string): Promise<string> {
    const { myCertificates } = await world.data<{
      myCertificates: {
        edges: { node: { id: string; status: string; validUntil: string | null; type: { key: string } } }[];
      };
    }>(
      'query ($cities: [DivisionCode!]) { myCertificates(first: 100, cities: $cities) { edges { node { id status validUntil type { key } } } } }',
      { cities: [city] },
      { as: persona },
    );
    const today = new Date().toISOString().slice(0, 10);
    const usable = myCertificates.edges.find(
      ({ node }) =>
        node.type.key === 'resident-identity-card' &&
        node.status === 'VALID' &&
        (node.validUntil === null || node.validUntil > today),
    );
    if (!usable) throw new Error(`${persona} has no valid certificate of ${city}`);
    return usable.node.id;
  }

  async function offer(persona: string, input: object): Promise<Offer> {
    const { offerCredential } = await world.data<{ offerCredential: Offer }>(offering, { input }, { as: persona });
    return offerCredential;
  }

  describe.each(cities)('with certificates of %s', (city, persona) => {
    it.each(grants)(
      'is issued to by %s, holds what the registry finds valid, and shows it in every city',
      async (_, asked, how) => {
        const certificate = await certificateOf(city, persona);
        const { uri, qrCode, transactionCode } = await offer(persona, { certificate, ...asked });
        expect(qrCode).toContain('<svg');
        const wallet = await Wallet.create();
        const received = await wallet.accept(uri, {
          ...how,
          persona,
          ...(transactionCode && { txCode: transactionCode }),
        });
        expect(received.credentials).toHaveLength(how.copies ?? 1);
        for (const { credential } of received.credentials) {
          const { verifyCredential } = await world.data<{ verifyCredential: Report }>(verifying, { credential });
          expect(verifyCredential).toMatchObject({ outcome: 'VALID' });
        }
        await received.notify('credential_accepted');
        for (const [accepting] of cities) await present(wallet, received.credentials[0]!, { accepting, persona });
      },
    );
  });
});
