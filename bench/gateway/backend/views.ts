import { type CityRecords, type Notice } from './records.js';

type Args = Readonly<Record<string, unknown>>;

/** A city's records as a graphql-js root value of the node's contract. */
export function contractView({ applications, notices, handovers }: CityRecords): Record<string, unknown> {
  const byId = (id: unknown): object | null => applications.get(String(id)) ?? null;
  return {
    node: ({ id }: Args) => byId(id),
    nodes: ({ ids }: Args) => (ids as string[]).map(byId),
    application: ({ id }: Args) => byId(id),
    notices: () => notices,
    noticePage: ({ first, after }: Args) => pageOf(notices, Number(first), typeof after === 'string' ? after : ''),
    handovers: () => handovers,
  };
}

/** The same as the root value of the city's subgraph. */
export function subgraphView(records: CityRecords, sdl: string): Record<string, unknown> {
  const { division, applications, notices } = records;
  return {
    _service: { sdl },
    [`application${division}`]: ({ id }: Args) => applications.get(String(id)) ?? null,
    [`notices${division}`]: () => notices,
  };
}

function pageOf(notices: readonly Notice[], first: number, after: string): object {
  const following = notices.filter(({ cursor }) => cursor > after);
  const shown = following.slice(0, first);
  return {
    totalCount: notices.length,
    pageInfo: {
      hasNextPage: following.length > shown.length,
      hasPreviousPage: following.length < notices.length,
      startCursor: shown[0]?.cursor ?? null,
      endCursor: shown.at(-1)?.cursor ?? null,
    },
    edges: shown.map((notice) => ({ cursor: notice.cursor, node: notice })),
  };
}
