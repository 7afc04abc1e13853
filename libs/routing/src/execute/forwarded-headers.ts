type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Header lines as undici takes them: names and values in turn. */
export type HeaderLines = string[];

/** Headers of the caller that a node may see, whatever is asked. */
const forwarded = ['accept-language', 'x-request-id', 'traceparent', 'tracestate'] as const;

const own = ['content-type', 'application/json', 'accept', 'application/graphql-response+json'] as const;

/** What goes with the questions of one request, made when first needed. */
export class ForwardedHeaders {
  private own: HeaderLines | undefined;
  private everybodys: HeaderLines | undefined;

  constructor(private readonly headers: Headers) {}

  /** With questions in the caller's name. */
  get ofCaller(): HeaderLines {
    if (this.own) return this.own;
    const { authorization } = this.headers;
    this.own = this.lines();
    if (typeof authorization === 'string') this.own.push('authorization', authorization);
    return this.own;
  }

  /** With questions whose answer is the same for everybody. */
  get ofNobody(): HeaderLines {
    return (this.everybodys ??= this.lines());
  }

  private lines(): HeaderLines {
    const lines: HeaderLines = [...own];
    for (const name of forwarded) {
      const value = this.headers[name];
      if (typeof value === 'string') lines.push(name, value);
    }
    return lines;
  }
}
