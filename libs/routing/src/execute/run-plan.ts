import { type GraphQLSchema } from 'graphql';
import { beneath, isNull, type Part, type PlacedError } from '../answer/part.js';
import { answerLocally, type LocalResolvers } from '../local/answer-locally.js';
import { type Marks } from '../plan/marks.js';
import { type Plan, type RemoteStep, type Step } from '../plan/plan.js';
import { type RequestGround } from './asking.js';
import { renderError } from './render-errors.js';
import { runHops } from './run-hops.js';
import { runStep } from './run-step.js';

/** What a plan runs on, beside the request. */
export interface PlanGround {
  readonly request: RequestGround;
  readonly marks: Marks;
  readonly schema: GraphQLSchema;
  /** made only for a plan with fields of the gateway's own */
  readonly resolvers: () => LocalResolvers;
}

type Answered = readonly [key: string, part: Part];

/** An answer in pieces, and whether nothing is missing from it. */
export interface PlanAnswer {
  readonly body: readonly Buffer[];
  readonly whole: boolean;
}

/** Runs a plan: reads side by side, mutations one after another; the answer is spliced from the parts, errors first. */
export function runPlan(ground: PlanGround, plan: Plan): Promise<PlanAnswer> {
  const [step, another] = plan.steps;
  if (!step || another || step.kind === 'local') return runSteps(ground, plan);
  const asked = runStep(ground.request, step, plan.operation === 'mutation');
  return asked.then((part) => answerPart(ground, plan, step, part));
}

async function runSteps(ground: PlanGround, plan: Plan): Promise<PlanAnswer> {
  const answered: (readonly Answered[])[] = [];
  if (plan.operation === 'mutation') for (const each of plan.steps) answered.push(await answerStep(ground, plan, each));
  else answered.push(...(await Promise.all(plan.steps.map((each) => answerStep(ground, plan, each)))));
  return splice(ground, plan, answered.flat());
}

async function answerStep(ground: PlanGround, plan: Plan, step: Step): Promise<readonly Answered[]> {
  const { request, marks, schema, resolvers } = ground;
  if (step.kind === 'local') return [...(await answerLocally(schema, step, resolvers(), request.variables))];
  const part = await runStep(request, step, plan.operation === 'mutation');
  return [[step.responseKey, hasHops(step, part) ? await runHops(request, marks, plan, part) : part]];
}

const hasHops = ({ hops }: RemoteStep, { value }: Part): boolean => hops.to > hops.from && !isNull(value);

/** The answer of a plan with one step, whose part has come. */
export function answerPart(
  ground: PlanGround,
  plan: Plan,
  step: RemoteStep,
  part: Part,
): PlanAnswer | Promise<PlanAnswer> {
  if (!hasHops(step, part)) return splice(ground, plan, [[step.responseKey, part]]);
  return runHops(ground.request, ground.marks, plan, part).then((whole) =>
    splice(ground, plan, [[step.responseKey, whole]]),
  );
}

function splice(ground: PlanGround, plan: Plan, parts: readonly Answered[]): PlanAnswer {
  const { report } = ground.request;
  const [only] = parts;
  if (only?.[1].answer && parts.length === 1 && !report) return { body: [only[1].answer], whole: true };
  const errors = errorsOf(ground, plan, parts);
  const pieces: Buffer[] = [];
  let before = errors === undefined ? '{"data":{' : `{"errors":${errors},"data":{`;
  for (const [key, part] of parts) {
    pieces.push(Buffer.from(`${before}"${key}":`));
    if (part.pieces) for (const piece of part.pieces) pieces.push(piece);
    else pieces.push(part.value);
    before = ',';
  }
  const extensions = report ? `,"extensions":{${report.extension}}` : '';
  pieces.push(Buffer.from(`${parts.length > 0 ? '' : before}}${extensions}}`));
  return { body: pieces, whole: errors === undefined };
}

/** What went wrong in any part, as JSON; undefined when nothing did. */
export function errorsOf(
  { request, marks }: PlanGround,
  { hops }: Plan,
  parts: readonly Answered[],
): string | undefined {
  if (parts.every(([, { errors }]) => errors.length === 0)) return undefined;
  const placed = parts.flatMap(([key, part]): PlacedError[] => beneath([key], part.errors));
  const errorGround = { owners: request.owners, language: request.language, marks, hops };
  return JSON.stringify(placed.map((error) => renderError(error, errorGround)));
}
