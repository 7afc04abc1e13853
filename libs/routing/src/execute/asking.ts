import { type Language } from '#libs/kernel';
import { failedPart, type CityPart } from '../answer/part.js';
import { readAnswer } from '../answer/read-answer.js';
import { type NodeClients } from '../call/node-clients.js';
import { type Outcome } from '../call/node-client.js';
import { type Owners, type Target } from '../directory.js';
import { type RoutingLimits } from '../limits.js';
import { type ForwardedHeaders } from './forwarded-headers.js';
import { type SubDocument } from '../plan/plan.js';
import { type Variables } from '../plan/key-source.js';

/** What all steps of one request share. */
export interface RequestGround {
  readonly clients: NodeClients;
  readonly limits: RoutingLimits;
  readonly owners: Owners;
  readonly variables: Variables;
  readonly language: Language;
  readonly headers: ForwardedHeaders;
}

/** One sub-document for one program. */
export interface Asked {
  readonly document: SubDocument;
  /** response key of its root field */
  readonly key: string;
  /** variables of the gateway's own */
  readonly reserved?: Variables;
  readonly deadline: number;
  readonly mayRepeat: boolean;
  readonly isPublic: boolean;
}

/** Asks one program; whatever goes wrong is a part with an error that names it. */
export async function ask(ground: RequestGround, target: Target, asked: Asked): Promise<CityPart> {
  const { clients, headers, language } = ground;
  const body = bodyOf(asked, ground.variables);
  const outcome = await clients.at(target.url).ask({
    body,
    headers: asked.isPublic ? headers.ofNobody : headers.ofCaller,
    deadline: asked.deadline,
    mayRepeat: asked.mayRepeat,
    shareAs: asked.isPublic ? `${language} ${body}` : undefined,
  });
  const city = target.division;
  if (outcome.kind === 'answer' && outcome.status > 0) {
    const part = readAnswer(outcome.body, outcome.status, asked.key, city);
    if (part) return part;
  }
  return { city, ...failure(outcome, city) };
}

function failure(outcome: Outcome, city: string) {
  switch (outcome.kind) {
    case 'timeout':
      return failedPart('NODE_TIMEOUT', { city, retryAfter: 2 });
    case 'unreachable':
      return failedPart('NODE_UNREACHABLE', { city, retryAfter: 2 });
    case 'leftAlone':
      return failedPart('NODE_UNREACHABLE', { city, retryAfter: outcome.retryAfter });
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

function bodyOf({ document, reserved }: Asked, variables: Variables): string {
  if (document.variables.length === 0 && reserved === undefined) return document.wholeBody;
  const given: Record<string, unknown> = { ...reserved };
  for (const name of document.variables) if (Object.hasOwn(variables, name)) given[name] = variables[name];
  return `${document.bodyHead},"variables":${JSON.stringify(given)}}`;
}
