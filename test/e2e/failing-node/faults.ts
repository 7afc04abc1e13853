import type { ServerResponse } from 'node:http';

/** A way in which a node fails. */
export interface Fault {
  /** "whose node …" */
  readonly what: string;
  /** Serves a request; absent: nothing listens any more. */
  readonly serve?: Serve;
  /** Code by which a read that goes there fails, until the node is left alone. */
  readonly code: string;
  /** How often one mutation and one read arrive. */
  readonly arrive: { readonly mutation: number; readonly read: number };
}

/** @param passOn lets the node answer after all */
type Serve = (response: ServerResponse, passOn: () => void) => void;

/** A node that answers, but only after longer than anybody waits for a read (5 s). */
export const slow: Fault = {
  what: 'takes longer than five seconds',
  serve: (_, passOn) => void setTimeout(passOn, 5500).unref(),
  code: 'NODE_TIMEOUT',
  arrive: { mutation: 1, read: 1 },
};

/** An object of JSON, but no answer to what was asked: it is refused each time, and not waited for. */
export const somethingElse: Fault = {
  what: 'answers something else',
  serve: (response) => void response.end('{"data":{"weather":"fine"}}'),
  code: 'NODE_ANSWER_INVALID',
  arrive: { mutation: 1, read: 1 },
};

const rubbish = (what: string, status: number, text: string): Fault => ({
  what,
  serve: (response) => void response.writeHead(status, { 'content-type': 'text/html' }).end(text),
  code: 'NODE_ANSWER_INVALID',
  arrive: { mutation: 1, read: 1 },
});

/** The faults for which a node comes to be left alone. A read is repeated only where the connection broke. */
export const faults: readonly Fault[] = [
  { what: 'is stopped', code: 'NODE_UNREACHABLE', arrive: { mutation: 0, read: 0 } },
  {
    what: 'hangs up before it answers',
    serve: (response) => void response.destroy(),
    code: 'NODE_UNREACHABLE',
    arrive: { mutation: 1, read: 2 },
  },
  { what: 'hangs', serve: () => undefined, code: 'NODE_TIMEOUT', arrive: { mutation: 1, read: 1 } },
  slow,
  rubbish('answers with a page', 200, '<html><body>It works!</body></html>'),
  rubbish('answers by half', 200, '{"data":{"certificate":{"id":"cert_'),
  rubbish('fails', 500, 'Internal Server Error'),
];
