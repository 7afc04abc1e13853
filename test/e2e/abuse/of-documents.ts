import { document, goodQuery, many, type Abuse } from './abuse.js';

const complex = 'QUERY_TOO_COMPLEX';
const invalid = 'QUERY_INVALID';
const long = 'a'.repeat(200_000);

/** Fragments of which each spreads the next one twice. */
const bomb = (levels: number, type: string, inner: (next: string) => string, end: string): string =>
  `${many(levels, (n) => `fragment F${n} on ${type} { ${inner(`...F${n + 1} ...F${n + 1}`)} }`)} fragment F${levels} on ${type} { ${end} }`;

/** An item and its guides, nested as deep as is wished. */
const items = (levels: number, end: string): string =>
  `{ serviceItem(key: "x") { ${'implementations { item { '.repeat(levels)} ${end} ${'} }'.repeat(levels)} } }`;

const floods: Abuse[] = [
  document('more aliases than are let in', `{ ${many(16, (n) => `a${n}: __typename`)} }`, complex),
  document('a flood of aliases', `{ ${many(600, (n) => `a${n}: __typename`)} }`, complex),
  document(
    'aliases in fragments',
    `{ ...A ...B } fragment A on Query { ${many(8, (n) => `a${n}: __typename`)} } fragment B on Query { ${many(8, (n) => `b${n}: __typename`)} }`,
    complex,
  ),
  document('a flood of __typename', `{ ${many(500, () => '__typename')} }`, complex),
  document('more root fields than are let in', `{ ${many(21, () => 'cities { division }')} }`, complex),
  document(
    'root fields by fragments spread again and again',
    `{ ...A ...A ...A } fragment A on Query { ...B ...B ...B } fragment B on Query { cities { division } __typename bundles { totalCount } }`,
    complex,
  ),
  document('a flood of directives', `{ __typename ${many(400, () => '@skip(if: false)')} }`, complex),
  document(
    'directives on everything',
    `query (${many(12, (n) => `$v${n}: Int @deprecated`)}) @a @b { cities @c { division @d } ... @e { __typename @f } ...F @g } fragment F on Query @h { __typename @i }`,
    complex,
  ),
  document('one directive several times', '{ __typename @skip(if: false) @skip(if: false) @skip(if: false) }', invalid),
  document('a flood of tokens', `{ ${many(5000, () => 'a')} }`, complex),
  document(
    'a flood of operations',
    many(700, (n) => `query Q${n} { __typename }`),
    complex,
  ),
  document('a flood of arguments', `{ serviceItem(${many(900, (n) => `a${n}: 1`)}) { key } }`, complex),
];

const nests: Abuse[] = [
  document('nesting', items(8, 'key'), complex),
  document(
    'nesting by fragments',
    `{ serviceItem(key: "x") { ...F0 } } ${many(8, (n) => `fragment F${n} on ServiceItem { implementations { item { ...F${n + 1} } } }`)} fragment F8 on ServiceItem { key }`,
    complex,
  ),
  document('nesting that exhausts the parser’s stack', `{ serviceItem(key: ${'['.repeat(100_000)}`, complex),
  document(
    'nested objects as a value',
    `{ serviceItem(key: ${'{a:'.repeat(600)}1${'}'.repeat(600)}) { key } }`,
    complex,
  ),
  document('nested selections without fields', `${'{...'.repeat(60_000)}`, complex),
  document(
    'circular fragments',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
    invalid,
  ),
  document('a fragment in itself', '{ ...A } fragment A on Query { cities { division } ...A }', invalid),
  document(
    'circular fragments that nobody uses',
    '{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }',
    invalid,
  ),
  document('a fragment bomb at the root', `{ ...F0 } ${bomb(60, 'Query', (next) => next, '__typename')}`, complex),
  document(
    'a fragment bomb over lists',
    `{ serviceItem(key: "x") { ...F0 } } ${bomb(3, 'ServiceItem', (next) => `implementations { item { ${next} } }`, 'implementations { division }')}`,
    complex,
  ),
];

const overlaps: Abuse[] = [
  document('one field again and again', `{ serviceItem(key: "x") { ${many(1500, () => 'key')} } }`, complex),
  document(
    'one object again and again',
    `{ cities { division } ${many(200, () => 'serviceItem(key: "x") { key key key }')} }`,
    complex,
  ),
  document(
    'fields against fragments',
    `{ serviceItem(key: "x") { ${many(180, (n) => `...F${n}`)} } } ${many(180, (n) => `fragment F${n} on ServiceItem { key }`)}`,
    complex,
  ),
  document(
    'fragments against fragments',
    `{ serviceItem(key: "x") { ...F0 } } ${many(170, (n) => `fragment F${n} on ServiceItem { key ...F${n + 1} }`)} fragment F170 on ServiceItem { key }`,
    complex,
  ),
  document(
    'fields that contradict each other',
    `{ ${many(15, (n) => `a: serviceItem(key: "${n}") { key }`)} }`,
    invalid,
  ),
];

const costs: Abuse[] = [
  document('a page of none', '{ bundles(first: 0) { totalCount } }', 'BAD_INPUT'),
  document('a page above the largest', '{ bundles(first: 101) { totalCount } }', 'BAD_INPUT'),
  document('a negative page', '{ bundles(first: -1) { totalCount } }', 'BAD_INPUT'),
  document(
    'a page in a fragment',
    '{ ...F } fragment F on Query { b: bundles(first: 2000000000) { totalCount } }',
    'BAD_INPUT',
  ),
  document('a page in a variable', 'query ($n: Int!) { myCertificates(first: $n) { totalCount } }', 'BAD_INPUT', {
    n: 1000,
  }),
  document(
    'a page in a variable’s default',
    'query ($n: Int! = 5000) { serviceItems(first: $n) { totalCount } }',
    'BAD_INPUT',
  ),
  document('a page that is text', 'query ($n: Int!) { bundles(first: $n) { totalCount } }', invalid, { n: '100' }),
  document('a page that is no integer', '{ bundles(first: 1e2) { totalCount } }', invalid),
  document('lists in lists', costly('100'), complex),
  document('lists in lists, by a variable', `query ($n: Int!) ${costly('$n')}`, complex, { n: 90 }),
];

/** Pages of items with lists in them: 15 aliases of 100 entries times 10 times 10 times 10. */
function costly(first: string): string {
  const page =
    'edges { node { implementations { item { implementations { item { implementations { division } } } } } } }';
  return `{ ${many(10, (n) => `a${n}: serviceItems(first: ${first}) { ${page} }`)} }`;
}

const schemas: Abuse[] = [
  document(
    'the schema without end',
    '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    invalid,
  ),
  document(
    'the schema without end, by fragments',
    '{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { ...V } } } fragment V on __Type { fields { name } }',
    invalid,
  ),
  document(
    'the schema below the depth of tools',
    `{ __type(name: "Query") { ${'ofType { '.repeat(25)} name ${'}'.repeat(25)} } }`,
    complex,
  ),
  document('what only the gateway may call', '{ nodes(ids: ["app_430100_1"]) { id } }', invalid),
  document('the registry’s inner fields', '{ serviceItemsByKeys(keys: ["x"]) { key } }', invalid),
  document('a directive that routes', '{ cities @owner(argument: "x") { division } }', invalid),
];

const texts: Abuse[] = [
  document('a name as long as the request', `{ ${long} }`, invalid),
  document('an integer as long as the request', `{ bundles(first: ${'9'.repeat(200_000)}) { totalCount } }`, invalid),
  document('a number beyond 32 bits', '{ bundles(first: 99999999999) { totalCount } }', invalid),
  document(
    'a value as long as the request',
    'query ($m: HandlingMode) { serviceItems(mode: $m) { totalCount } }',
    invalid,
    { m: long },
  ),
  document('names in escapes', '{ \\u0063ities { division } }', invalid),
  document('a null byte', '{ cities\0 { division } }', invalid),
  document('half of a character', '{ serviceItem(key: "\ud800") { key } }', invalid),
  document('an escape of half a character', '{ serviceItem(key: "\\uD800") { key } }', invalid),
  document('blanks alone', ' \t\n ', invalid),
  document('a comment alone', `#${long}`, invalid),
  document('a type', 'type Query { own: String } query { __typename }', invalid),
  document('no operation', 'fragment F on Query { __typename }', invalid),
  document('several operations without names', '{ __typename } { cities { division } }', invalid),
  document('an unclosed string', '{ serviceItem(key: "x) { key } }', invalid),
  document('a variable that nobody declared', '{ serviceItem(key: $key) { key } }', invalid, { key: 'x' }),
  document('a flood of unused variables', `query (${many(380, (n) => `$v${n}: Int`)}) { __typename }`, invalid),
  {
    ...document('an operation name as long as the request', goodQuery, invalid),
    sent: { body: JSON.stringify({ query: goodQuery, operationName: long }) },
  },
];

/** Documents and variables that are refused. */
export const documentAbuses: readonly Abuse[] = [...floods, ...nests, ...overlaps, ...costs, ...schemas, ...texts];
