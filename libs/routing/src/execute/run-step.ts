import { KuashiError } from '#libs/kernel';
import { emptyList, isNull, type CityPart, type Part, type PlacedError } from '../answer/part.js';
import { type Target } from '../directory.js';
import { readKey } from '../plan/key-source.js';
import { type RemoteStep } from '../plan/plan.js';
import { ask, type RequestGround } from './asking.js';
import { refusal, Scatter } from './scatter.js';

type EveryCityStep = RemoteStep & { kind: 'everyCity' };
/** A step that the owner of a key answers. */
export type OwnerStep = RemoteStep & { kind: 'owner' };

/** Answers one root field from its owner, its registry or every city. Never throws for what a caller or a node does. */
export function runStep(ground: RequestGround, step: RemoteStep, isMutation: boolean): Promise<Part> {
  try {
    switch (step.kind) {
      case 'registry':
        return askOne(ground, step, ground.owners.registry, isMutation);
      case 'owner':
        return askOne(ground, step, ownerOf(ground, step), isMutation);
      case 'everyCity':
        return askEvery(ground, step, Scatter.of(step.merge, step.cities, ground), isMutation);
    }
  } catch (error) {
    if (error instanceof KuashiError) return Promise.resolve(refusedStep(step, error));
    throw error;
  }
}

/** What stands in the answer where nobody was asked. */
function refusedStep(step: RemoteStep, error: KuashiError): Part {
  const nonNull = step.kind === 'everyCity' && step.merge.kind === 'LIST' && !step.merge.nullable;
  return nonNull ? { ...refusal(error), value: emptyList } : refusal(error);
}

/**
 * The node that owns the step's key.
 * @throws KuashiError OWNER_UNKNOWN, naming the argument, when no node does.
 */
export function ownerOf({ owners, variables }: Pick<RequestGround, 'owners' | 'variables'>, step: OwnerStep): Target {
  const key = readKey(step.key, variables);
  const keys: readonly unknown[] = Array.isArray(key) ? key : [key];
  const [first, ...others] = keys;
  const owner = owners.ofKey(first);
  if (owner && others.every((other) => owners.ofKey(other) === owner)) return owner;
  throw new KuashiError('OWNER_UNKNOWN', { field: step.argument });
}

function askOne(ground: RequestGround, step: RemoteStep, target: Target, isMutation: boolean): Promise<CityPart> {
  const { readDeadline, mutationDeadline } = ground.limits;
  return ask(ground, target, {
    document: step.document,
    key: step.responseKey,
    deadline: isMutation ? mutationDeadline : readDeadline,
    mayRepeat: !isMutation,
    maxAge: step.maxAge,
    field: step.responseKey,
  });
}

async function askEvery(
  ground: RequestGround,
  step: EveryCityStep,
  scatter: Scatter,
  isMutation: boolean,
): Promise<Part> {
  const { mergeDeadline, mutationDeadline } = ground.limits;
  const parts = await Promise.all(
    scatter.targets.map((target) =>
      ask(ground, target, {
        document: step.document,
        key: step.responseKey,
        opens: step.merge.kind === 'CONNECTION' ? step.merge : undefined,
        reserved: scatter.reservedFor(target.division),
        deadline: isMutation ? mutationDeadline : mergeDeadline,
        mayRepeat: !isMutation,
        maxAge: step.maxAge,
        field: step.responseKey,
      }),
    ),
  );
  return scatter.gather(saidOnce(parts));
}

/** What every city refuses alike (a missing token, a bad argument) is the caller's affair: told once, naming no city. */
function saidOnce(parts: readonly CityPart[]): readonly CityPart[] {
  const [first, ...others] = parts;
  if (!first || others.length === 0 || first.errors.length === 0 || !parts.every(({ value }) => isNull(value)))
    return parts;
  const [said, ...rest] = parts.map(({ errors }) => JSON.stringify(errors.map(withoutCity)));
  const nodeFault = first.errors.some(({ extensions }) => extensions.code.startsWith('NODE_'));
  if (nodeFault || rest.some((other) => other !== said)) return parts;
  return [{ ...first, errors: first.errors.map(withoutCity) }, ...others.map((part) => ({ ...part, errors: [] }))];
}

function withoutCity(error: PlacedError): PlacedError {
  const extensions = { ...error.extensions, city: undefined, requestId: undefined };
  return { ...error, extensions };
}
