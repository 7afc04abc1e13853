import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, fetchExchange } from '@urql/core';
import { createWorld, type World } from '#libs/testing';

interface Page {
  totalCount: number;
  unavailableCities: string[] | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { cursor: string; node: { id: string; type: { key: string; name: string } | null } }[];
}
interface Held {
  myCertificates: Page | null;
}
interface Ended {
  endMandate: { id: string; state: string } | null;
}
interface Granted {
  grantMandate: { id: string; state: string } | null;
}

const held = gql`
  query Held($first: Int!, $after: String) {
    myCertificates(first: $first, after: $after) {
      totalCount
      unavailableCities
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          type {
            key
            name
          }
        }
      }
    }
  }
`;
const grant = gql`
  mutation Grant($input: GrantMandateInput!) {
    grantMandate(input: $input) {
      id
      state
    }
  }
`;
const end = gql`
  mutation End($input: EndMandateInput!) {
    endMandate(input: $input) {
      id
      state
    }
  }
`;

describe('GraphQL clients that nobody here wrote', () => {
  let world: World;
  let token: string;
  let everything: string[];
  const headers = () => ({ authorization: `Bearer ${token}`, 'accept-language': 'en' });
  const mandate = async () => ({
    ...{
      division: '430200',
      principalName: 'x',
      items: ['pension-transfer-resident'],
      idempotencyKey: `mandate-${Date.now()}`,
    },
    agent: { name: 'y', idType: 'RESIDENT_ID', idNumber: (await world.persona('zz-citizen-1')).holderIdNumber },
    validUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  });
  const idsIn = (page: Page | null | undefined): string[] => (page?.edges ?? []).map(({ node }) => node.id);

  beforeAll(async () => {
    world = await createWorld();
    token = await world.tokenOf('cs-citizen-1');
    const { myCertificates } = await world.data<{ myCertificates: Page }>(
      '{ myCertificates(first: 100) { edges { node { id } } } }',
      {},
      { token },
    );
    everything = idsIn(myCertificates);
    expect(everything.length).toBeGreaterThan(6);
  }, 60_000);
  afterEach(() => world.bringBack(), 30_000);
  afterAll(() => world.close());

  describe('urql', () => {
    const client = () =>
      new Client({
        url: `${world.gateway}/graphql`,
        exchanges: [fetchExchange],
        preferGetMethod: false,
        fetchOptions: () => ({ headers: headers() }),
      });

    it('queries, and pages through every city', async () => {
      const [urql, seen]: [Client, string[]] = [client(), []];
      let after: string | null = null;
      do {
        const { data, error }: { data?: Held; error?: Error } = await urql
          .query<Held>(held, { first: 3, after })
          .toPromise();
        expect(error).toBeUndefined();
        expect(data?.myCertificates?.totalCount).toBe(everything.length);
        seen.push(...idsIn(data?.myCertificates));
        after = data?.myCertificates?.pageInfo.hasNextPage ? data.myCertificates.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(everything);
    });

    it('asks by GET too', async () => {
      const urql = new Client({
        url: `${world.gateway}/graphql`,
        exchanges: [fetchExchange],
        preferGetMethod: 'force',
        fetchOptions: () => ({ headers: headers() }),
      });
      const { data, error } = await urql.query<Held>(held, { first: 100 }).toPromise();
      expect(error).toBeUndefined();
      expect(idsIn(data?.myCertificates)).toEqual(everything);
    });

    it('mutates, and reads why it may not', async () => {
      const urql = client();
      const granted = await urql.mutation<Granted>(grant, { input: await mandate() }).toPromise();
      expect(granted.data?.grantMandate?.state).toBe('ACTIVE');
      const input = { mandate: granted.data?.grantMandate?.id };
      expect((await urql.mutation<Ended>(end, { input }).toPromise()).data?.endMandate?.state).toBe('REVOKED');
      const again = await urql.mutation<Ended>(end, { input }).toPromise();
      expect(again.error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'MANDATE_ENDED' });
    });

    it('reads the part that is there while a city is down', async () => {
      await world.takeDown('430200');
      const { data, error } = await client().query<Held>(held, { first: 100 }).toPromise();
      expect(idsIn(data?.myCertificates)).toEqual(everything.filter((id) => !id.startsWith('cert_430200_')));
      expect(data?.myCertificates?.unavailableCities).toEqual(['430200']);
      expect(error?.graphQLErrors.map(({ extensions }) => extensions)).toMatchObject([
        { code: 'NODE_UNREACHABLE', city: '430200' },
      ]);
    });
  });

  describe('Apollo Client', () => {
    const errorPolicy = 'all';
    const client = () =>
      new ApolloClient({
        link: new HttpLink({ uri: `${world.gateway}/graphql`, headers: headers() }),
        cache: new InMemoryCache({
          typePolicies: {
            CertificateType: { keyFields: ['key'] },
            Query: { fields: { myCertificates: relayStylePagination() } },
          },
        }),
      });

    it('queries, and pages through every city with fetchMore and its own policy for connections', async () => {
      const watched = client().watchQuery<Held>({ query: held, variables: { first: 3 }, errorPolicy });
      let [shown, tell] = [undefined as Page | undefined, (): void => undefined];
      const watching = watched.subscribe(({ data, loading }) => {
        if (!loading) shown = data?.myCertificates as Page;
        tell();
      });
      const shows = async (entries: number): Promise<Page | undefined> => {
        while (idsIn(shown).length < entries) await new Promise<void>((told) => (tell = told));
        return shown;
      };
      for (let page = await shows(3); page?.pageInfo.hasNextPage;) {
        await watched.fetchMore({ variables: { after: page.pageInfo.endCursor } });
        page = await shows(Math.min(idsIn(page).length + 3, everything.length));
      }
      watching.unsubscribe();
      expect(idsIn(shown)).toEqual(everything);
    });

    it('mutates, and keeps what it knows of an object in one place', async () => {
      const apollo = client();
      const granted = await apollo.mutate<Granted>({
        mutation: grant,
        variables: { input: await mandate() },
        errorPolicy,
      });
      const id = granted.data?.grantMandate?.id;
      expect(granted.data?.grantMandate?.state).toBe('ACTIVE');
      const ended = await apollo.mutate<Ended>({ mutation: end, variables: { input: { mandate: id } }, errorPolicy });
      expect(ended.data?.endMandate).toMatchObject({ id, state: 'REVOKED' });
      expect(apollo.cache.extract()).toMatchObject({ [`Mandate:${id}`]: { state: 'REVOKED' } });
      const again = await apollo.mutate<Ended>({ mutation: end, variables: { input: { mandate: id } }, errorPolicy });
      expect(CombinedGraphQLErrors.is(again.error) && again.error.errors[0]?.extensions).toMatchObject({
        code: 'MANDATE_ENDED',
      });
    });

    it('reads the part that is there while a city is down', async () => {
      await world.takeDown('430200');
      const { data, error } = await client().query<Held>({ query: held, variables: { first: 100 }, errorPolicy });
      expect(idsIn(data?.myCertificates)).toEqual(everything.filter((id) => !id.startsWith('cert_430200_')));
      expect(data?.myCertificates?.unavailableCities).toEqual(['430200']);
      expect(CombinedGraphQLErrors.is(error) && error.errors.map(({ extensions }) => extensions)).toMatchObject([
        { code: 'NODE_UNREACHABLE', city: '430200' },
      ]);
    });
  });
});
