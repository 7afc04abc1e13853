import { type GraphQLSchema } from 'graphql';
import { beneath, isNull, type Part, type PlacedError } from '../answer/part.js';
import { answerLocally, type LocalResolvers } from '../local/answer-locally.js';
import { type Marks } from '../plan/marks.js';
import { type Plan, type Step } from '../plan/plan.js';
import { type RequestGround } from './asking.js';
import { renderError } from './render-errors.js';
import { runHops } from './run-hops.js';
import { runStep } from './run-step.js';

/** What a plan runs on, beside the request. */
export interface PlanGround {
  readonly request: RequestGround;
  readonly marks: Marks;
  readonly schema: GraphQLSchema;
  readonly resolvers: LocalResolvers;
}

/** Runs a plan: reads side by side, mutations one after another; the answer is spliced from the parts, errors first. */
export async function runPlan(ground: PlanGround, plan: Plan): Promise<Buffer[]> {
  const isMutation = plan.operation === 'mutation';
  const answered: (readonly [string, Part])[][] = [];
  if (isMutation) for (const step of plan.steps) answered.push(await answerStep(ground, plan, step));
  else answered.push(...(await Promise.all(plan.steps.map((step) => answerStep(ground, plan, step)))));
  return splice(ground, plan, answered.flat());
}

async function answerStep(ground: PlanGround, plan: Plan, step: Step): Promise<(readonly [string, Part])[]> {
  const { request, marks, schema, resolvers } = ground;
  if (step.kind === 'local') return [...(await answerLocally(schema, step, resolvers, request.variables))];
  const part = await runStep(request, step, plan.operation === 'mutation');
  const whole = step.hops.to > step.hops.from && !isNull(part.value) ? await runHops(request, marks, plan, part) : part;
  return [[step.responseKey, whole]];
}

function splice({ request, marks }: PlanGround, plan: Plan, parts: readonly (readonly [string, Part])[]): Buffer[] {
  const placed = parts.flatMap(([key, part]): PlacedError[] => beneath([key], part.errors));
  const errorGround = { owners: request.owners, language: request.language, marks, hops: plan.hops };
  const errors = placed.map((error) => renderError(error, errorGround));
  const head = errors.length > 0 ? `{"errors":${JSON.stringify(errors)},"data":{` : '{"data":{';
  const members = parts.flatMap(([key, { value }], index) => [Buffer.from(`${index > 0 ? ',' : ''}"${key}":`), value]);
  return [Buffer.from(head), ...members, closing];
}

const closing = Buffer.from('}}');
