import { Kind, type DocumentNode, type FieldNode, type GraphQLField, type OperationDefinitionNode } from 'graphql';
import { type Contract, type FieldRoute } from '../contract/contract.js';
import { collectFields, setsBeneath } from './collect.js';
import { keySourceAt } from './key-source.js';
import { PlanContext, type PlanningGround } from './plan-context.js';
import { planLocal } from './plan-local.js';
import { planMerge, scatteredArguments } from './plan-merge.js';
import { type Plan, type RemoteStep, type Step } from './plan.js';
import { Selector, type SelectedField } from './select.js';
import { printSubDocument } from './sub-document.js';
import { fieldNode } from './syntax.js';

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/**
 * Plans one operation of a valid document whose conditions are settled: a step for each response key, in order.
 * @throws KuashiError QUERY_TOO_COMPLEX when it needs too many fields or hops.
 */
export function planOperation(
  ground: PlanningGround,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Omit<Plan, 'bounds'> {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const context = new PlanContext(ground, operation, fragments);
  const selector = new Selector(context);
  const rootType = rootTypes[operation.operation];
  const sets = [operation.selectionSet];
  const fields = collectFields(ground.publicSchema, fragments, rootType, sets, context.countField);
  const steps: Step[] = [];
  for (const [key, nodes] of fields) {
    const [node] = nodes;
    if (!node) continue;
    const selected: SelectedField = { key, node, sets: setsBeneath(nodes) };
    const holder = remoteHolder(ground, rootType, node.name.value);
    if (holder) steps.push(planRemote(selector, holder, rootType, selected));
    else addLocal(context, steps, selected, nodes);
  }
  const hops = context.plannedHops;
  return { operation: operation.operation, steps, hops, maxAge: leastAge(steps, hops) };
}

/** How long the whole answer may be kept: as long as the part that may be kept least; undefined when one may not. */
function leastAge(steps: readonly Step[], hops: Plan['hops']): number | undefined {
  const ages = [...steps, ...hops].map((part) => ('maxAge' in part ? part.maxAge : undefined));
  return ages.reduce(
    (least, age) => (least === undefined || age === undefined ? undefined : Math.min(least, age)),
    ages[0],
  );
}

/** Neighbouring fields of the gateway's own are one step. */
function addLocal(context: PlanContext, steps: Step[], selected: SelectedField, nodes: readonly FieldNode[]): void {
  const last = steps.at(-1);
  if (last?.kind === 'local') steps.pop();
  steps.push(planLocal(context, selected, nodes, last?.kind === 'local' ? last : undefined));
}

interface Holder {
  readonly contract: Contract;
  readonly field: GraphQLField<unknown, unknown>;
  readonly route: FieldRoute;
  readonly maxAge?: number;
}

function remoteHolder({ registry, node }: PlanningGround, rootType: string, name: string): Holder | undefined {
  for (const contract of [registry, node]) {
    const field = contract.field(rootType, name);
    const routing = field && contract.routing(field);
    const route = routing?.routes[0];
    if (field && routing && route) return { contract, field, route, maxAge: routing.maxAge };
  }
  return undefined;
}

function planRemote(selector: Selector, holder: Holder, rootType: string, selected: SelectedField): RemoteStep {
  const { context } = selector;
  const { contract, field, route, maxAge } = holder;
  const { key, node, sets } = selected;
  const from = context.plannedHops.length;
  const { operation } = context.operation;
  const asked = (
    args: SelectedField['node']['arguments'],
    selection: SelectedField['sets'][number] | undefined,
    reserved: string[],
  ) =>
    printSubDocument(
      context,
      operation,
      fieldNode({ name: field.name, alias: key, arguments: args, selectionSet: selection }),
      reserved,
    );
  const base = { responseKey: key, fieldName: field.name, maxAge };
  if (route.kind === 'everyCity') {
    const { set, merge } = planMerge(selector, { contract, route, field, node, sets, level: 0 });
    const reserved = merge.kind === 'CONNECTION' ? [`$${merge.afterVariable}: String`] : [];
    const document = asked(scatteredArguments(context, node, merge), set, reserved);
    const hops = { from, to: context.plannedHops.length };
    return { ...base, kind: 'everyCity', document, hops, merge, cities: keySourceAt(node, field, 'cities') };
  }
  const set = node.selectionSet ? selector.select(contract, namedTypeOf(field), sets, 0) : undefined;
  const document = asked(node.arguments, set, []);
  const hops = { from, to: context.plannedHops.length };
  if (route.kind === 'registry') return { ...base, kind: 'registry', document, hops };
  const ownerKey = keySourceAt(node, field, route.argument);
  return { ...base, kind: 'owner', document, hops, argument: route.argument, key: ownerKey };
}

function namedTypeOf(field: GraphQLField<unknown, unknown>): string {
  return field.type.toString().replace(/[[\]!]/g, '');
}
