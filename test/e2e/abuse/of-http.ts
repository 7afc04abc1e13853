import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { body, goodQuery, many, type Abuse } from './abuse.js';
import { absent, type Sent } from './wire.js';

const good = JSON.stringify({ query: goodQuery });
const changing = 'mutation { withdrawApplication(input: { application: "app_430100_1" }) { id } }';
const search = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;

/** A good query, sent so that it has to be refused all the same. */
function sent(what: string, headers: NonNullable<Sent['headers']>, status: number, code?: string): Abuse {
  return { what, sent: { body: good, headers }, status, code };
}

function got(
  what: string,
  path: string,
  status: number,
  code?: string,
  headers: NonNullable<Sent['headers']> = [],
): Abuse {
  return { what, sent: { method: 'GET', path, headers }, status, code };
}

function raw(what: string, bytes: string, status: number, code?: string): Abuse {
  return { what, sent: { bytes }, status, code };
}

const bodies: Abuse[] = [
  body('a batch', JSON.stringify([{ query: goodQuery }, { query: goodQuery }]), 400, 'BATCH_UNSUPPORTED'),
  body('a batch of none', '[]', 400, 'BATCH_UNSUPPORTED'),
  body(
    'a flood of a batch',
    JSON.stringify(Array.from({ length: 5000 }, () => ({ query: '{ __typename }' }))),
    400,
    'BATCH_UNSUPPORTED',
  ),
  body('nothing', ''),
  body('null', 'null'),
  body('a text', '"{ cities { division } }"'),
  body('half of a JSON text', '{"query":"{ cities'),
  body('JSON and more', `${good}{}`),
  body('what is nearly JSON', `{query:'${goodQuery}'}`),
  body('a number that JSON has not', '{"query":"{ __typename }","variables":{"n":NaN}}'),
  body('a query that is no text', '{"query":{"a":1}}'),
  body('an empty query', '{"query":""}'),
  body('variables that are a list', `{"query":"${goodQuery}","variables":[1]}`),
  body('variables that are a text', `{"query":"${goodQuery}","variables":"{}"}`),
  body('an operation name that is no text', `{"query":"${goodQuery}","operationName":7}`),
  body('extensions that are a text', `{"query":"${goodQuery}","extensions":"x"}`),
  body(
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('{"query":"{ __typename } # '), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
  ),
  body('UTF-16', Buffer.from(good, 'utf16le')),
  body('a byte order mark', `\ufeff${good}`),
  body(
    'variables nested a hundred times',
    `{"query":"{ __typename }","variables":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`,
  ),
  body(
    'variables nested without end',
    `{"query":"{ __typename }","variables":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`,
  ),
  body('lists nested without end', `{"query":"{ __typename }","variables":{"a":${'['.repeat(120_000)}`),
  body(
    'more than is let in',
    JSON.stringify({ query: goodQuery, variables: { a: 'x'.repeat(300_000) } }),
    413,
    'REQUEST_TOO_LARGE',
  ),
  {
    what: 'more than is let in, in chunks',
    sent: {
      headers: [['Transfer-Encoding', 'chunked']],
      body: `${many(20, () => `8000\r\n${'x'.repeat(0x8000)}\r\n`, '')}0\r\n\r\n`,
    },
    status: 413,
    code: 'REQUEST_TOO_LARGE',
  },
  {
    what: 'a length that nobody could hold',
    sent: { headers: [['Content-Length', '99999999999']], body: good },
    status: 413,
    code: 'REQUEST_TOO_LARGE',
  },
];

const compressed: Abuse[] = [
  {
    what: 'a bomb in gzip',
    sent: { headers: [['Content-Encoding', 'gzip']], body: gzipSync(Buffer.alloc(50_000_000, 'x')) },
    status: 415,
    code: 'CONTENT_ENCODING_UNSUPPORTED',
  },
  {
    what: 'deflate',
    sent: { headers: [['Content-Encoding', 'deflate']], body: deflateSync(good) },
    status: 415,
    code: 'CONTENT_ENCODING_UNSUPPORTED',
  },
  {
    what: 'brotli',
    sent: { headers: [['Content-Encoding', 'br']], body: brotliCompressSync(good) },
    status: 415,
    code: 'CONTENT_ENCODING_UNSUPPORTED',
  },
  sent('an encoding that is no encoding', [['Content-Encoding', 'x-nothing']], 415, 'CONTENT_ENCODING_UNSUPPORTED'),
  sent('an encoding beside identity', [['Content-Encoding', 'identity, gzip']], 415, 'CONTENT_ENCODING_UNSUPPORTED'),
];

const types: Abuse[] = [
  sent('plain text', [['Content-Type', 'text/plain']], 415, 'MEDIA_TYPE_UNSUPPORTED'),
  sent(
    'plain text that speaks of JSON',
    [['Content-Type', 'text/plain; x=application/json']],
    415,
    'MEDIA_TYPE_UNSUPPORTED',
  ),
  {
    what: 'a form',
    sent: {
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: `query=${encodeURIComponent(changing)}`,
    },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  {
    what: 'a file',
    sent: {
      headers: [['Content-Type', 'multipart/form-data; boundary=b']],
      body: '--b\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--b--\r\n',
    },
    status: 415,
    code: 'UPLOAD_UNSUPPORTED',
  },
  sent('GraphQL as such', [['Content-Type', 'application/graphql']], 415, 'MEDIA_TYPE_UNSUPPORTED'),
  sent('no media type', [['Content-Type', absent]], 415, 'MEDIA_TYPE_UNSUPPORTED'),
  sent('another character set', [['Content-Type', 'application/json; charset=utf-7']], 415, 'MEDIA_TYPE_UNSUPPORTED'),
];

const methods: Abuse[] = [
  got('a mutation by a link', search(changing), 405, 'METHOD_NOT_ALLOWED'),
  got(
    'a mutation by a link, hidden among queries',
    `${search(`query Q { __typename } mutation M { withdrawApplication(input: { application: "app_430100_1" }) { id } }`)}&operationName=M`,
    405,
    'METHOD_NOT_ALLOWED',
  ),
  got('a link without a query', '/graphql', 400, 'REQUEST_MALFORMED'),
  got('a link with variables that are none', `${search(goodQuery)}&variables=%7B`, 400, 'REQUEST_MALFORMED'),
  got('a link too long', search(`{ __typename #${'x'.repeat(20_000)} }`), 431, 'REQUEST_TOO_LARGE'),
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'].map((method): Abuse => ({
    what: `${method}`,
    sent: { method, body: good },
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  })),
  { what: 'HEAD', sent: { method: 'HEAD' }, status: 405 },
];

const origins: Abuse[] = [
  sent('a page of a stranger', [['Origin', 'https://evil.example']], 403, 'ORIGIN_NOT_ALLOWED'),
  sent('a page without an origin', [['Origin', 'null']], 403, 'ORIGIN_NOT_ALLOWED'),
  sent(
    'a page whose host begins like a loopback address',
    [['Origin', 'http://127.0.0.1.evil.example']],
    403,
    'ORIGIN_NOT_ALLOWED',
  ),
  sent(
    'a form of another site',
    [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'navigate'],
    ],
    403,
    'ORIGIN_NOT_ALLOWED',
  ),
  got('a script of another site', search(goodQuery), 403, 'ORIGIN_NOT_ALLOWED', [
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Mode', 'no-cors'],
  ]),
  got('a question from a page of a stranger', search(goodQuery), 403, 'ORIGIN_NOT_ALLOWED', [
    ['Origin', 'https://evil.example'],
  ]),
  {
    what: 'a preflight of a stranger',
    sent: {
      method: 'OPTIONS',
      headers: [
        ['Origin', 'https://evil.example'],
        ['Access-Control-Request-Method', 'POST'],
      ],
    },
    status: 403,
  },
];

const post = (...headers: string[]): string =>
  ['POST /graphql HTTP/1.1', 'Host: x', 'Connection: close', 'Content-Type: application/json', ...headers, '', ''].join(
    '\r\n',
  );

const wires: Abuse[] = [
  raw(
    'two ways to say the length',
    `${post('Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n`,
    400,
    'REQUEST_MALFORMED',
  ),
  raw('two lengths', `${post('Content-Length: 4', 'Content-Length: 40')}{}{}`, 400, 'REQUEST_MALFORMED'),
  raw('a length that is no number', `${post('Content-Length: 0x10')}{}`, 400, 'REQUEST_MALFORMED'),
  raw(
    'a chunk without a length',
    `${post('Transfer-Encoding: chunked')}zz\r\n{}\r\n0\r\n\r\n`,
    400,
    'REQUEST_MALFORMED',
  ),
  raw('an encoding nobody can follow', `${post('Transfer-Encoding: chunked, identity')}{}`, 400, 'REQUEST_MALFORMED'),
  raw('blanks before the colon', `${post('Content-Length : 2')}{}`, 400, 'REQUEST_MALFORMED'),
  raw('no HTTP', '\x16\x03\x01\x02\x00\x01\x00', 400, 'REQUEST_MALFORMED'),
  raw('a null byte in a header', post('X-A: a\0b'), 400, 'REQUEST_MALFORMED'),
  raw('no host', 'GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n', 400),
  raw('a header as long as a book', post(`X-A: ${'a'.repeat(100_000)}`), 431, 'REQUEST_TOO_LARGE'),
  raw('a flood of headers', post(many(5000, (n) => `X-${n}: a`, '\r\n')), 431, 'REQUEST_TOO_LARGE'),
  raw('an expectation', post('Expect: 200-maybe', 'Content-Length: 0'), 417),
  ...[
    '/graphql/',
    '//graphql',
    '/graphql/../sandbox/personas',
    '/graphql%2f',
    '/GRAPHQL',
    '/graphql;x',
    '/graphql/%00',
    '/../../etc/passwd',
  ].map((path): Abuse => ({ what: `the path ${path}`, sent: { path, body: good }, status: 404, code: 'NOT_FOUND' })),
];

/** Requests that are refused for what they are over HTTP. */
export const httpAbuses: readonly Abuse[] = [...bodies, ...compressed, ...types, ...methods, ...origins, ...wires];
