import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createWorld, type World } from '#libs/testing';

const [xiangtan, item] = ['430300', 'pension-transfer-resident'];

/** What a subscription tells: an event, or why it was refused or ended. */
interface Told {
  readonly data?: { applicationChanged: { state: string; item?: { name: string } } | null } | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

/** Answers of one subscription in turn; undefined when it is over. */
type Watch = () => Promise<Told | undefined>;

const watched = 'subscription ($id: ID!) { applicationChanged(id: $id) { state item { name } } }';
/** What a node knows by itself: of an item the key. */
const watchedAtNode = watched.replace('name', 'key');

describe('a case is watched through the gateway', () => {
  let world: World;
  let citizen: string;
  const open: (() => void)[] = [];

  beforeAll(async () => {
    world = await createWorld();
    citizen = await world.tokenOf('cs-citizen-1');
  }, 60_000);
  afterAll(async () => {
    for (const close of open) close();
    await world.close();
  });

  /** By WebSocket, with the protocol's own client; an `error` message is what the last answer says. */
  const bySocket = (id: string, token?: string): Watch => {
    const client = createSocketClient({
      url: `${world.gateway.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    open.push(() => void client.dispose());
    const answers = client.iterate({ query: watched, variables: { id } });
    return () =>
      answers.next().then(
        ({ value }) => value as Told | undefined,
        (errors: unknown) => ({ errors: errors as Told['errors'] }),
      );
  };

  /** By server-sent events, with the protocol's own client. */
  const byEvents = (id: string, token?: string, at = world.gateway, query = watched): Watch => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const client = createEventClient({ url: `${at}/graphql`, headers, retryAttempts: 0 });
    open.push(() => client.dispose());
    const answers = client.iterate({ query, variables: { id } });
    return async () => (await answers.next()).value as Told | undefined;
  };

  const ways = [
    ['WebSocket', bySocket],
    ['server-sent events', byEvents],
  ] as const;

  const stateIn = (told: Told | undefined): string | undefined => told?.data?.applicationChanged?.state;

  const shortToken = async (seconds: number): Promise<string> => {
    const answer = await fetch(`${world.programs['identity'] ?? ''}/sandbox/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: 'cs-citizen-1', ttl: seconds }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };

  let filings = 0;
  const file = async (): Promise<string> => {
    const { myCertificates } = await world.data<{
      myCertificates: { edges: { node: { id: string; type: { key: string } } }[] };
    }>('{ myCertificates(first: 100) { edges { node { id type { key } } } } }', {}, { token: citizen });
    const held = (type: string) => myCertificates.edges.find(({ node }) => node.type.key === type)?.node.id;
    const document = { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 };
    const materials = [
      { requirement: 'identity', certificate: held('resident-identity-card') },
      { requirement: 'household-register', certificate: held('household-register') },
      { requirement: 'application-form', document },
    ];
    const input = {
      item,
      division: xiangtan,
      applicantName: '申请人',
      idempotencyKey: `watch-${filings++}`,
      materials,
    };
    const { submitApplication } = await world.data<{ submitApplication: { id: string } }>(
      'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }',
      { input },
      { token: citizen },
    );
    return submitApplication.id;
  };

  const take = (field: string, type: string, as: string, input: Record<string, unknown>): Promise<unknown> =>
    world.data(`mutation ($input: ${type}!) { ${field}(input: $input) { state } }`, { input }, { as });

  it('by WebSocket and by server-sent events at once: each step in its order, while officers take them', async () => {
    const application = await file();
    const watches = [bySocket(application, citizen), byEvents(application, citizen)];
    const told = (): Promise<(Told | undefined)[]> => Promise.all(watches.map((next) => next()));
    const first = await told();
    expect(first.map(stateIn)).toEqual(['SUBMITTED', 'SUBMITTED']);
    // The item's name comes from the registry, by reference, as in a query.
    expect(first[0]?.data?.applicationChanged?.item?.name).toBe('城乡居民基本养老保险关系转移接续');
    expect(first[1]).toEqual(first[0]);
    const claims = { contribution_months: 96, account_balance: 31250.5, insured_division_code: xiangtan };
    const steps = [
      ['acceptApplication', 'AcceptApplicationInput', 'xt-acceptance-social-1', {}, 'ACCEPTED'],
      ['startReview', 'StartReviewInput', 'xt-reviewer-social-1', {}, 'UNDER_REVIEW'],
      ['decideApplication', 'DecideApplicationInput', 'xt-decider-social-1', { grant: true }, 'GRANTED'],
      ['issueCertificate', 'IssueCertificateInput', 'xt-officer-social-1', { claims }, 'COMPLETED'],
    ] as const;
    for (const [field, type, as, more, state] of steps) {
      const next = told();
      await take(field, type, as, { application, ...more });
      expect((await next).map(stateIn)).toEqual([state, state]);
    }
  });

  it('by an officer too, and at the node itself as at the gateway', async () => {
    const application = await file();
    const clerk = await world.tokenOf('xt-acceptance-social-1');
    const node = world.programs[`node-${xiangtan}`] ?? '';
    const watches = [byEvents(application, clerk), byEvents(application, citizen, node, watchedAtNode)];
    for (const next of watches) expect(stateIn(await next())).toBe('SUBMITTED');
    await take('acceptApplication', 'AcceptApplicationInput', 'xt-acceptance-social-1', { application });
    for (const next of watches) expect(stateIn(await next())).toBe('ACCEPTED');
  });

  describe.each(ways)('by %s', (_, watch) => {
    it('by nobody who may not read it: the refusal is that of reading', async () => {
      const application = await file();
      const stranger = { as: 'zz-citizen-1', language: 'zh-Hans' };
      const read = await world.ask(
        'query ($id: ID!) { application(id: $id) { state } }',
        { id: application },
        stranger,
      );
      const next = watch(application, await world.tokenOf('zz-citizen-1'));
      const refused = await next();
      expect(refused?.data).toBeUndefined();
      expect(refused?.errors).toMatchObject([
        { path: ['applicationChanged'], extensions: { code: 'APPLICATION_UNKNOWN', field: 'id' } },
      ]);
      expect(refused?.errors?.[0]?.message).toBe(read.errors[0]?.message);
      expect(refused?.errors?.[0]?.extensions).toEqual(read.errors[0]?.extensions);
      expect(await next()).toBeUndefined();
      const unsigned = watch(application);
      expect((await unsigned())?.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    });

    it('no longer than the token is good', async () => {
      const application = await file();
      const next = watch(application, await shortToken(8));
      expect(stateIn(await next())).toBe('SUBMITTED');
      const last = await next();
      expect(last?.errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }]);
      expect(last?.data).toBeUndefined();
      expect(await next()).toBeUndefined();
    });

    it('until its city goes away, which is named; and again, from where it stands, when that is back', async () => {
      const application = await file();
      const next = watch(application, citizen);
      expect(stateIn(await next())).toBe('SUBMITTED');
      const last = next();
      await world.takeDown(xiangtan);
      expect((await last)?.errors).toMatchObject([
        { path: ['applicationChanged'], extensions: { code: 'NODE_UNREACHABLE', city: xiangtan, retryAfter: 2 } },
      ]);
      expect(await next()).toBeUndefined();
      await world.bringBack();
      let again: string | undefined;
      while (again === undefined) again = stateIn(await watch(application, citizen)());
      expect(again).toBe('SUBMITTED');
    }, 60_000);
  });
});
