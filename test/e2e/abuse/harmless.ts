import { many } from './abuse.js';
import type { Sent } from './wire.js';

/** Something that looks like an abuse and is answered like anything else: what comes of it is as if nobody had tried. */
export interface Harmless {
  readonly what: string;
  readonly sent: Sent;
  readonly data: unknown;
}

const asked = (what: string, query: string, data: unknown, variables?: unknown): Harmless => ({
  what,
  sent: { body: JSON.stringify({ query, variables }) },
  data,
});
const written = (what: string, body: string, data: unknown): Harmless => ({ what, sent: { body }, data });

const root = { __typename: 'Query' };
const item = { serviceItem: { key: 'pension-transfer-resident' } };
const bomb = `${many(40, (n) => `fragment F${n} on ServiceItem { key ...F${n + 1} ...F${n + 1} }`)} fragment F40 on ServiceItem { key }`;

/** Requests that the gateway answers, however strange. */
export const harmless: readonly Harmless[] = [
  asked('a fragment bomb of one field', `{ serviceItem(key: "pension-transfer-resident") { ...F0 } } ${bomb}`, item),
  asked('selections in selections, without fields', `${'{...'.repeat(600)}{ __typename }${'}'.repeat(600)}`, root),
  asked('a comment as long as the request', `{ __typename } #${'x'.repeat(200_000)}`, root),
  asked('a flood of commas', `{ ${','.repeat(200_000)} __typename }`, root),
  asked('a name that is every object’s', '{ constructor: __typename toString: __typename }', {
    constructor: 'Query',
    toString: 'Query',
  }),
  asked('an alias that is like a mark of the gateway’s', '{ cities { k0123456789_h0: division } }', {
    cities: ['430100', '430200', '430300'].map((division) => ({ k0123456789_h0: division })),
  }),
  written(
    'variables that are called like the prototype',
    '{"query":"{ __typename }","variables":{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}}',
    root,
  ),
  written(
    'a body whose query is in the prototype',
    '{"__proto__":{"query":"{ cities { division } }"},"query":"{ __typename }"}',
    root,
  ),
  written('names twice: the last one counts', '{"query":"{ nonsense }","query":"{ __typename }"}', root),
  written('a query in escapes', '{"query":"\\u007b\\u005f_typename}"}', root),
  {
    what: 'a link that is followed',
    sent: {
      method: 'GET',
      path: '/graphql?query={__typename}',
      headers: [
        ['Sec-Fetch-Site', 'cross-site'],
        ['Sec-Fetch-Mode', 'navigate'],
      ],
    },
    data: root,
  },
  {
    what: 'an address of somebody else',
    sent: {
      body: JSON.stringify({ query: '{ __typename }' }),
      headers: [
        ['X-Forwarded-For', '8.8.8.8'],
        ['X-Forwarded-Host', 'evil.example'],
        ['X-HTTP-Method-Override', 'DELETE'],
      ],
    },
    data: root,
  },
];
