import { type Language } from '#libs/kernel';
import { failedPart, type CityPart } from '../answer/part.js';
import { readAnswer, type Opens } from '../answer/read-answer.js';
import { type NodeClients } from '../call/node-clients.js';
import { type Outcome, type Question } from '../call/node-client.js';
import { type PublicAnswers } from '../call/public-answers.js';
import { type Owners, type Target } from '../directory.js';
import { type RoutingLimits } from '../limits.js';
import { type ForwardedHeaders } from './forwarded-headers.js';
import { type AskedRow, type RouteReport } from './route-report.js';
import { type SubDocument } from '../plan/plan.js';
import { type Variables } from '../plan/key-source.js';

/** What all steps of one request share. */
export interface RequestGround {
  readonly clients: NodeClients;
  readonly answers: PublicAnswers;
  readonly limits: RoutingLimits;
  readonly owners: Owners;
  readonly variables: Variables;
  readonly language: Language;
  readonly headers: ForwardedHeaders;
  /** for who wants to know what was asked of whom */
  readonly report?: RouteReport;
}

/** One sub-document for one program. */
export interface Asked {
  readonly document: SubDocument;
  /** response key of its root field */
  readonly key: string;
  /** the field as the caller knows it */
  readonly field: string;
  /** variables of the gateway's own */
  readonly reserved?: Variables;
  readonly deadline: number;
  readonly mayRepeat: boolean;
  /** what the value is opened as while it is read */
  readonly opens?: Opens;
  /** seconds the answer may be kept; undefined when it is the caller's own */
  readonly maxAge?: number;
}

/** Asks one program; whatever goes wrong is a part with an error that names it. */
export function ask(ground: RequestGround, target: Target, asked: Asked): Promise<CityPart> {
  const body = bodyOf(asked, ground.variables);
  if (asked.maxAge !== undefined) return askPublicly(ground, target, asked, body);
  const { deadline, mayRepeat } = asked;
  return send(ground, target, asked, { body, headers: ground.headers.ofCaller, deadline, mayRepeat });
}

/** What is the same for everybody is asked without the caller's token, once at a time, and kept. */
async function askPublicly(ground: RequestGround, target: Target, asked: Asked, body: string): Promise<CityPart> {
  const { answers, report } = ground;
  const key = `${target.url} ${ground.language} ${body}`;
  const known = answers.find(key);
  if (known) {
    report?.add({ field: asked.field, node: nameOf(ground, target), milliseconds: 0, cached: true });
    return known;
  }
  const { version } = answers;
  const { deadline, mayRepeat } = asked;
  const question = { body, headers: ground.headers.ofNobody, deadline, mayRepeat, shareAs: key };
  const part = await send(ground, target, asked, question);
  answers.keep(key, part, asked.maxAge ?? 0, version);
  return part;
}

function send(ground: RequestGround, target: Target, asked: Asked, question: Question): Promise<CityPart> {
  const began = ground.report && performance.now();
  return ground.clients
    .at(target.url)
    .ask(question)
    .then((outcome) => {
      if (began !== undefined) report(ground, target, asked, outcome, performance.now() - began);
      return partOf(outcome, asked, target.division);
    });
}

function report(ground: RequestGround, target: Target, asked: Asked, outcome: Outcome, milliseconds: number): void {
  ground.report?.add(rowOf(asked, nameOf(ground, target), outcome, milliseconds));
}

/** What a city's outcome contributes. */
export function partOf(outcome: Outcome, asked: Pick<Asked, 'key' | 'opens'>, city: string): CityPart {
  if (outcome.kind === 'answer' && outcome.status > 0) {
    const part = readAnswer(outcome.body, outcome.status, asked, city);
    if (part) return part;
  }
  return { city, ...failure(outcome, city) };
}

/** The registry answers for the province too, whose node has the same division. */
function nameOf({ owners }: RequestGround, target: Target): string {
  return target === owners.registry ? 'registry' : target.division;
}

function rowOf({ field }: Asked, node: string, { kind }: Outcome, milliseconds: number): AskedRow {
  const failed = kind !== 'answer' && { failure: kind };
  return { field, node, milliseconds, cached: false, ...failed };
}

function failure(outcome: Outcome, city: string) {
  switch (outcome.kind) {
    case 'timeout':
      return failedPart('NODE_TIMEOUT', { city, retryAfter: 2 });
    case 'unreachable':
      return failedPart('NODE_UNREACHABLE', { city, retryAfter: 2 });
    case 'leftAlone':
      return failedPart(outcome.slow ? 'NODE_BUSY' : 'NODE_UNREACHABLE', { city, retryAfter: outcome.retryAfter });
    case 'busy':
      return failedPart('NODE_BUSY', { city, retryAfter: 1 });
    case 'answer': {
      const busy = outcome.status === 429 || outcome.status === 503;
      return busy
        ? failedPart('NODE_BUSY', { city, retryAfter: outcome.retryAfter ?? 1 })
        : failedPart('NODE_ANSWER_INVALID', { city });
    }
  }
}

/** The body of a request: the sub-document with the values it uses. */
export function bodyOf({ document, reserved }: Pick<Asked, 'document' | 'reserved'>, variables: Variables): string {
  if (document.variables.length === 0)
    return reserved === undefined ? document.wholeBody : bodyWith(document, reserved);
  const given: Record<string, unknown> = { ...reserved };
  for (const name of document.variables) if (Object.hasOwn(variables, name)) given[name] = variables[name];
  return bodyWith(document, given);
}

const bodyWith = ({ bodyHead }: SubDocument, variables: Variables): string =>
  `${bodyHead},"variables":${JSON.stringify(variables)}}`;
