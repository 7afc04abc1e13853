import { gzipSync } from 'node:zlib';
import { body, document, goodQuery, many, type Abuse } from './abuse.js';

const complex = 'QUERY_TOO_COMPLEX';
const invalid = 'QUERY_INVALID';
const own = '{ implementations(item: "x") { division } }';

/** What a node refuses of whoever reaches it past the gateway. */
export const nodeAbuses: readonly Abuse[] = [
  document('a flood of tokens', `{ ${many(20_000, () => 'a')} }`, complex),
  document('nesting that exhausts the parser’s stack', `{ implementations(item: ${'['.repeat(14_000)}`, complex),
  document('selections that exhaust the parser’s stack', '{...'.repeat(7000), complex),
  document('nesting', `{ application(id: "x") { ${'item { '.repeat(25)} key ${'}'.repeat(25)} } }`, complex),
  document('a flood of root fields', `{ ${many(21, (n) => `a${n}: __typename`)} }`, complex),
  document(
    'a fragment bomb',
    `{ ...F0 } ${many(60, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F60 on Query { __typename }`,
    complex,
  ),
  document('one field again and again', `{ application(id: "x") { ${many(10_000, () => 'id')} } }`, complex),
  document(
    'fragments against fragments',
    `{ application(id: "x") { ...F0 } } ${many(1300, (n) => `fragment F${n} on Application { id ...F${n + 1} }`)} fragment F1300 on Application { id }`,
    complex,
  ),
  document('a flood of directives', `{ __typename ${many(3000, () => '@skip(if: false)')} }`, complex),
  document('circular fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', invalid),
  document(
    'the schema without end',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    invalid,
  ),
  document('a name as long as the request', `{ ${'a'.repeat(200_000)} }`, invalid),
  body('a batch', JSON.stringify([{ query: own }]), 400, 'BATCH_UNSUPPORTED'),
  body('half of a JSON text', '{"query":"{ cities'),
  body(
    'more than is let in',
    JSON.stringify({ query: own, variables: { a: 'x'.repeat(1_100_000) } }),
    413,
    'REQUEST_TOO_LARGE',
  ),
  {
    what: 'gzip',
    sent: { headers: [['Content-Encoding', 'gzip']], body: gzipSync(own) },
    status: 415,
    code: 'CONTENT_ENCODING_UNSUPPORTED',
  },
  {
    what: 'plain text',
    sent: { headers: [['Content-Type', 'text/plain']], body: JSON.stringify({ query: goodQuery }) },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  {
    what: 'a page of a stranger',
    sent: { headers: [['Origin', 'https://evil.example']], body: '{}' },
    status: 403,
    code: 'ORIGIN_NOT_ALLOWED',
  },
  {
    what: 'a mutation by a link',
    sent: {
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent('mutation { withdrawApplication(input: { application: "app_430100_1" }) { id } }')}`,
    },
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
  {
    what: 'a token that is none',
    sent: { headers: [['Authorization', 'Bearer x.y.z']], body: JSON.stringify({ query: own }) },
    status: 401,
    code: 'TOKEN_INVALID',
  },
];
