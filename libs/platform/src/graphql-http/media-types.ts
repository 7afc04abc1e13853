/** The media types of a GraphQL answer; they differ in the status of a refused request (GraphQL over HTTP, section 6.4). */
export const graphqlResponse = 'application/graphql-response+json';
/** The older one: 200 whatever happened to the document. */
export const plainJson = 'application/json';
/** Either of the two. */
export type AnswerMediaType = typeof graphqlResponse | typeof plainJson;

/** The media type of the answer by the Accept header: the better liked one, JSON when nothing fits or all are alike. */
export function answerMediaType(accept: string | undefined): AnswerMediaType {
  if (accept === undefined || accept === '*/*' || accept === plainJson) return plainJson;
  if (accept === graphqlResponse) return graphqlResponse;
  const ranges = accept.split(',').map(range);
  return quality(ranges, graphqlResponse) > quality(ranges, plainJson, '*/*', 'application/*')
    ? graphqlResponse
    : plainJson;
}

/** Several answers, one after another (graphql-sse). */
export const eventStream = 'text/event-stream';

/** Whether the client takes an event stream, by name: a wildcard asks for one answer. */
export function takesEvents(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes(eventStream) && quality(accept.split(',').map(range), eventStream) > 0;
}

/** Whether an event stream is liked better than either of the answers in one piece. */
export function likesEventsBest(accept: string): boolean {
  const ranges = accept.split(',').map(range);
  const covering = ['*/*', 'application/*'];
  const inOnePiece = [graphqlResponse, plainJson].map((type) => quality(ranges, type, ...covering));
  return quality(ranges, eventStream) > Math.max(...inOnePiece);
}

/** Whether a browser asks for a page. */
export function wantsPage(accept: string | undefined): boolean {
  return accept !== undefined && accept.split(',').some((part) => range(part).type === 'text/html');
}

function range(part: string): { type: string; quality: number } {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: weight === undefined ? 1 : Number(weight) || 0 };
}

/** The quality of a type, by its own name if it stands there, else by the ranges that cover it. */
function quality(ranges: readonly { type: string; quality: number }[], type: string, ...covering: string[]): number {
  const own = ranges.find((candidate) => candidate.type === type);
  const covered = ranges.filter((candidate) => covering.includes(candidate.type)).map((candidate) => candidate.quality);
  return own?.quality ?? Math.max(0, ...covered);
}
