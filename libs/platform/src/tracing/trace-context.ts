import type { IncomingHttpHeaders } from 'node:http';
import { RandomHex } from './random-hex.js';

/** The caller's trace as it goes on to whoever is asked next (W3C Trace Context). */
export interface TraceContext {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

const none: TraceContext = Object.freeze({});

/** `version-traceid-parentid-flags`; a higher version may have more behind the flags, which is not passed on. */
const form = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(?:$|-)/;
const mostState = 512;

/**
 * The trace of a request with a span of this program's own as the parent (section 3.2: who takes part sets `parent-id`).
 * A `traceparent` that is none is dropped, and `tracestate` with it; a request without one starts no trace: its request
 * id goes to every program and stands in every log.
 */
export function continueTrace(headers: IncomingHttpHeaders): TraceContext {
  const { traceparent, tracestate } = headers;
  const [, version, traceId, flags] = (typeof traceparent === 'string' && form.exec(traceparent)) || [];
  if (traceId === undefined || flags === undefined || (version === '00' && traceparent?.length !== 55)) return none;
  const sampled = (parseInt(flags, 16) & 1) === 1 ? '01' : '00';
  return {
    traceparent: `00-${traceId}-${newSpan()}-${sampled}`,
    ...(typeof tracestate === 'string' && tracestate.length <= mostState && { tracestate }),
  };
}

/** The id of the trace that a `traceparent` names; undefined when it names none. */
export function traceIdOf(traceparent: string | string[] | undefined): string | undefined {
  return typeof traceparent === 'string' ? form.exec(traceparent)?.[2] : undefined;
}

const spans = new RandomHex(8);

/** Eight random bytes that are not all zero. */
function newSpan(): string {
  const span = spans.take();
  return span === '0000000000000000' ? newSpan() : span;
}
