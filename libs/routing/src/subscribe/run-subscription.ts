import { KuashiError, streamOf, type Stream } from '#libs/kernel';
import { failedPart, isNull, type CityPart, type Part } from '../answer/part.js';
import { type Target } from '../directory.js';
import { readAnswer } from '../answer/read-answer.js';
import { bodyOf, partOf } from '../execute/asking.js';
import { answerPart, errorsOf, type PlanGround } from '../execute/run-plan.js';
import { ownerOf, type OwnerStep } from '../execute/run-step.js';
import { refusal } from '../execute/scatter.js';
import { type Plan } from '../plan/plan.js';
import { RequestRefused } from '../refuse.js';
import { type Brought } from './node-stream.js';
import { type NodeStreams } from './node-streams.js';

/** One answer of a subscription; a refused one, without `data`, is the last. */
export interface SubscriptionAnswer {
  readonly body: readonly Uint8Array[];
  readonly refused: boolean;
}

/** What a subscription runs on. */
export interface SubscriptionGround {
  readonly streams: NodeStreams;
  /** made anew for each answer: the directory may have changed since the last */
  readonly ground: () => PlanGround;
}

/**
 * Runs a subscription: one stream to the node that owns its key, each event answered as a read is, with what comes from
 * elsewhere put in. When the owner is gone, the last answer says which, and when to come again.
 * @throws RequestRefused when the plan has not exactly one step
 */
export function runSubscription(plan: Plan, { streams, ground }: SubscriptionGround): Stream<SubscriptionAnswer> {
  const step = onlyStepOf(plan);
  return streamOf(async function* (ended) {
    const first = ground();
    const owner = findOwner(first, step);
    if (owner instanceof KuashiError) return yield refuse(first, plan, refusal(owner));
    const { headers, variables } = first.request;
    const source = streams.subscribe(owner.url, bodyOf(step, variables), headers.ofSubscriber);
    ended.addEventListener('abort', () => source.abort());
    try {
      for (;;) {
        const brought = await source.next();
        if (brought.kind === 'complete') return;
        const answer = await answerOf(brought, ground(), plan, owner);
        if (answer.refused) source.abort();
        yield answer;
        if (answer.refused) return;
      }
    } finally {
      source.abort();
    }
  });
}

/** Contracts let owners alone have subscriptions, and the schema one in a document; conditions may leave none. */
function onlyStepOf({ steps: [step, another] }: Plan): OwnerStep {
  if (step?.kind === 'owner' && another === undefined) return step;
  throw new RequestRefused([new KuashiError('QUERY_INVALID', { params: { reason: 'not-one-event' } })]);
}

function findOwner({ request }: PlanGround, step: OwnerStep): Target | KuashiError {
  try {
    return ownerOf(request, step);
  } catch (error) {
    if (error instanceof KuashiError) return error;
    throw error;
  }
}

async function answerOf(
  brought: Exclude<Brought, { kind: 'complete' }>,
  ground: PlanGround,
  plan: Plan,
  { division: city }: Target,
): Promise<SubscriptionAnswer> {
  const step = onlyStepOf(plan);
  if (brought.kind !== 'next') return refuse(ground, plan, withError(partOf(brought, { key: step.responseKey }, city)));
  const part = readAnswer(brought.answer, 200, { key: step.responseKey }, city);
  if (part === undefined) return refuse(ground, plan, failedPart('NODE_ANSWER_INVALID', { city }));
  if (isLast(part, brought.answer)) return refuse(ground, plan, part);
  const { body } = await answerPart(ground, plan, step, part);
  return { body, refused: false };
}

/** A node that answers a subscription in one piece, and not with errors, has not understood it. */
function withError(part: CityPart): Part {
  return part.errors.length > 0 ? part : failedPart('NODE_ANSWER_INVALID', { city: part.city });
}

/** An event without `data`: the node has refused the subscription, or ends it. */
function isLast({ value, errors }: CityPart, answer: Buffer): boolean {
  if (errors.length === 0 || !isNull(value)) return false;
  return (JSON.parse(answer.toString()) as { readonly data?: unknown }).data === undefined;
}

function refuse(ground: PlanGround, plan: Plan, part: Part): SubscriptionAnswer {
  const errors = errorsOf(ground, plan, [[onlyStepOf(plan).responseKey, part]]) ?? '[]';
  return { body: [Buffer.from(`{"errors":${errors}}`)], refused: true };
}
