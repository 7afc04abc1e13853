import { type Language } from '#libs/kernel';

/** What a node may see of a caller's request, besides what is asked. */
export interface Forwarded {
  /** the caller's token as it came; every node verifies it itself */
  readonly authorization?: string;
  readonly acceptLanguage?: string;
  readonly requestId?: string;
  /** W3C Trace Context, with the gateway's own span as parent */
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/** Header lines as undici takes them: names and values in turn. */
export type HeaderLines = string[];

/** What goes with the questions of one request, made when first needed. */
export class ForwardedHeaders {
  private callers: HeaderLines | undefined;
  private everybodys: HeaderLines | undefined;

  constructor(
    private readonly forwarded: Forwarded,
    private readonly language: Language,
  ) {}

  /** With questions in the caller's name. */
  get ofCaller(): HeaderLines {
    if (this.callers) return this.callers;
    const { authorization, acceptLanguage } = this.forwarded;
    const lines = this.linesOfAny(acceptLanguage);
    if (authorization !== undefined) lines.push('authorization', authorization);
    return (this.callers = lines);
  }

  /** With a question in the caller's name that is answered again and again. */
  get ofSubscriber(): HeaderLines {
    const ofAccept = this.ofCaller.indexOf('accept') + 1;
    return this.ofCaller.with(ofAccept, 'text/event-stream');
  }

  /** With questions whose answer is the same for everybody who reads this language. */
  get ofNobody(): HeaderLines {
    return (this.everybodys ??= this.linesOfAny(this.language));
  }

  private linesOfAny(acceptLanguage: string | undefined): HeaderLines {
    const { requestId, traceparent, tracestate } = this.forwarded;
    const lines: HeaderLines = ['content-type', 'application/json', 'accept', 'application/graphql-response+json'];
    if (acceptLanguage !== undefined) lines.push('accept-language', acceptLanguage);
    if (requestId !== undefined) lines.push('x-request-id', requestId);
    if (traceparent !== undefined) lines.push('traceparent', traceparent);
    if (tracestate !== undefined) lines.push('tracestate', tracestate);
    return lines;
  }
}
