type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Headers of the caller that a node may see. */
const forwarded = ['authorization', 'accept-language', 'x-request-id', 'traceparent', 'tracestate'];
/** Those that go along where the answer is the same for everybody. */
const forwardedPublicly = forwarded.filter((name) => name !== 'authorization');

const own = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

/** What goes with questions in the caller's name, and with those whose answer is the same for everybody. */
export function forwardedHeaders(headers: Headers): {
  headers: Record<string, string>;
  publicHeaders: Record<string, string>;
} {
  return { headers: pick(headers, forwarded), publicHeaders: pick(headers, forwardedPublicly) };
}

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = { ...own };
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') picked[name] = value;
  }
  return picked;
}
