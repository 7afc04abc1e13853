import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, type CryptoKey } from 'jose';
import {
  createWorld,
  type HeldCredential,
  PresentingWallet,
  type Received,
  type TakeUp,
  Wallet,
  type World,
} from '#libs/testing';

const item = 'pension-transfer-resident';

/** Who holds which certificate of a node, the material it serves as, and the city where it is presented. */
const holders = [
  ['430100', 'cs-citizen-2', '430200', 'household-register', 'household-register'],
  ['430200', 'zz-citizen-1', '430300', 'household-register', 'household-register'],
  ['430300', 'xt-citizen-1', '430100', 'household-register', 'household-register'],
  ['430100', 'cs-citizen-1', '430200', 'resident-identity-card', 'identity'],
] as const;

interface Offer {
  uri: string;
  offerUri: string;
  qrCode: string;
  transactionCode: string | null;
}

interface Report {
  outcome: string;
  checks: { name: string; result: string; reason: string | null }[];
}

interface Presentation {
  id: string;
  uri: string;
  state: string;
  credentials: { valid: boolean; claims: Record<string, unknown> }[] | null;
}

const offering = `mutation ($input: OfferCredentialInput!) {
  offerCredential(input: $input) { uri offerUri qrCode transactionCode }
}`;
const verifying = `query ($credential: String!) {
  verifyCredential(credential: $credential) { outcome checks { name result reason } }
}`;
const requesting = `mutation ($input: RequestPresentationInput!) {
  requestPresentation(input: $input) { id uri state }
}`;
const reading = `query ($id: ID!) {
  presentationRequest(id: $id) { id uri state credentials { valid claims checks { name result reason } } }
}`;

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

  async function certificateOf(city: string, persona: string, type: string): Promise<string> {
    const { myCertificates } = await world.data<{
      myCertificates: { edges: { node: { id: string; status: string } }[] };
    }>(
      `query ($cities: [DivisionCode!], $type: ID) {
        myCertificates(first: 100, cities: $cities, type: $type) { edges { node { id status } } }
      }`,
      { cities: [city], type },
      { as: persona },
    );
    const usable = myCertificates.edges.find(({ node }) => node.status === 'VALID');
    if (!usable) throw new Error(`${persona} has no valid ${type} of ${city}`);
    return usable.node.id;
  }

  /** Shows a credential to another city, for an item that asks for one. */
  async function present(
    { credential, holderKey }: HeldCredential,
    wallet: Wallet,
    where: Where,
  ): Promise<Presentation> {
    const { persona, ...asked } = where;
    const input = { item, ...asked };
    const { requestPresentation: request } = await world.data<{ requestPresentation: Presentation }>(
      requesting,
      { input },
      { as: persona },
    );
    const algorithm = holderKey.kty === 'OKP' ? 'EdDSA' : 'ES256';
    const privateKey = (await importJWK(await wallet.keys.privateJwk(holderKey), algorithm)) as CryptoKey;
    const presenting = await PresentingWallet.create({ algorithm, privateKey });
    presenting.hold(credential);
    const answer = await presenting.answer(await presenting.read(request.uri));
    expect(answer.status).toBe(200);
    const { presentationRequest } = await world.data<{ presentationRequest: Presentation }>(
      reading,
      { id: request.id },
      { as: persona },
    );
    return presentationRequest;
  }

  describe.each(holders)(
    'with certificates of %s (%s, presented in %s: %s)',
    (city, persona, division, type, material) => {
      it.each(grants)('is issued to by %s, holds, is found valid, and presents', async (_, asked, how) => {
        const certificate = await certificateOf(city, persona, type);
        const { offerCredential } = await world.data<{ offerCredential: Offer }>(
          offering,
          { input: { certificate, ...asked } },
          { as: persona },
        );
        const { uri, qrCode, transactionCode } = offerCredential;
        expect(qrCode).toContain('<svg');
        const wallet = await Wallet.create();
        const received = await wallet.accept(uri, {
          ...{ ...how, persona },
          ...(transactionCode && { txCode: transactionCode }),
        });
        await received.notify('credential_accepted');
        expect(received.credentials).toHaveLength(how.copies ?? 1);
        for (const held of received.credentials) {
          const { verifyCredential } = await world.data<{ verifyCredential: Report }>(verifying, {
            credential: held.credential,
          });
          expect(verifyCredential).toMatchObject({ outcome: 'VALID' });
          const responseMode = how.dpop ? 'DIRECT_POST_JWT' : 'DIRECT_POST';
          const presented = await present(held, wallet, { persona, division, materials: [material], responseMode });
          expect(presented).toMatchObject({ state: 'VERIFIED', credentials: [{ valid: true }] });
          expect(presented.credentials?.[0]?.claims).toHaveProperty('holder_name');
        }
      });
    },
  );

  it('reads what every node issues, the province’s too', async () => {
    const nodes = Object.entries(world.programs).filter(([name]) => name.startsWith('node-') || name === 'province');
    expect(nodes).toHaveLength(4);
    for (const [, url] of nodes) {
      const answer = await fetch(`${url}/.well-known/openid-credential-issuer`);
      const metadata = (await answer.json()) as {
        credential_issuer: string;
        credential_configurations_supported: object;
      };
      expect(metadata.credential_issuer).toBe(url);
      expect(Object.keys(metadata.credential_configurations_supported).length).toBeGreaterThan(1);
      const known = await fetch(answer.url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      expect(known.status).toBe(304);
    }
  });

  describe('that asks for a certificate before it is written', () => {
    const changsha = { as: 'cs-citizen-1' };
    let application: string;
    let received: Received;

    const take = (field: string, type: string, more: object, as: string): Promise<unknown> =>
      world.data(
        `mutation ($input: ${type}!) { ${field}(input: $input) { state } }`,
        { input: { application, ...more } },
        { as },
      );

    it('waits while the application is granted and not certified', async () => {
      const identity = await certificateOf('430100', changsha.as, 'resident-identity-card');
      const register = await certificateOf('430200', changsha.as, 'household-register');
      const form = { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 };
      const materials = [
        { requirement: 'identity', certificate: identity },
        { requirement: 'household-register', certificate: register },
        { requirement: 'application-form', document: form },
      ];
      const { submitApplication } = await world.data<{ submitApplication: { id: string } }>(
        'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }',
        { input: { item, division: '430300', applicantName: '申请人', materials } },
        changsha,
      );
      application = submitApplication.id;
      await take('acceptApplication', 'AcceptApplicationInput', {}, 'xt-acceptance-social-1');
      await take('startReview', 'StartReviewInput', {}, 'xt-reviewer-social-1');
      await take('decideApplication', 'DecideApplicationInput', { grant: true }, 'xt-decider-social-1');
      const offer = {
        credential_issuer: world.programs['node-430300'],
        credential_configuration_ids: ['pension-contribution-voucher'],
        grants: { authorization_code: {} },
      };
      const uri = `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`;
      received = await (await Wallet.create()).accept(uri, { persona: changsha.as, dpop: true });
      expect(received.credentials).toEqual([]);
      expect((await received.ask()).credentials).toEqual([]);
    });

    it('is given it once the officer has certified, and its end reaches the copy', async () => {
      const claims = { contribution_months: 96, account_balance: 31250.5, insured_division_code: '430300' };
      await take('issueCertificate', 'IssueCertificateInput', { claims }, 'xt-officer-social-1');
      const [held] = (await received.ask()).credentials;
      const outcome = async () => {
        const { verifyCredential } = await world.data<{ verifyCredential: Report }>(verifying, {
          credential: held?.credential,
        });
        return verifyCredential.outcome;
      };
      expect(await outcome()).toBe('VALID');
      await expect(received.ask()).rejects.toThrow('invalid_transaction_id');
      const certificate = await certificateOf('430300', changsha.as, 'pension-contribution-voucher');
      await world.data(
        'mutation ($input: RevokeCertificateInput!) { revokeCertificate(input: $input) { id } }',
        { input: { certificate, reason: '撤销' } },
        { as: 'xt-officer-social-1' },
      );
      expect(await outcome()).toBe('INVALID');
    });
  });
});

interface Where {
  readonly persona: string;
  /** City where the item is handled. */
  readonly division: string;
  readonly materials: readonly string[];
  readonly responseMode: 'DIRECT_POST' | 'DIRECT_POST_JWT';
}
