import {
  getNamedType,
  isNonNullType,
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Contract, type FieldRoute } from '../contract/contract.js';
import { keySourceAt } from './key-source.js';
import { type PlanContext } from './plan-context.js';
import { type ConnectionField, type ConnectionPlan, type EdgesAsked, type MergePlan } from './plan.js';
import { type SelectedField, type Selector } from './select.js';
import { argumentNode, fieldNode, selectionSet, variableNode } from './syntax.js';

/** A field whose parts come from several nodes. */
export interface MergedField {
  readonly contract: Contract;
  readonly route: FieldRoute & { kind: 'everyCity' };
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly sets: readonly SelectionSetNode[];
  /** hops that went before */
  readonly level: number;
}

/** What each node is asked of a field that is merged, and how the parts become one. */
export function planMerge(selector: Selector, merged: MergedField): { set?: SelectionSetNode; merge: MergePlan } {
  const { contract, route, field, node, sets, level } = merged;
  if (route.merge === 'CONNECTION') return planConnection(selector, merged);
  const set = node.selectionSet ? selector.select(contract, getNamedType(field.type).name, sets, level) : undefined;
  return {
    set,
    merge: route.merge === 'SUM' ? { kind: 'SUM' } : { kind: 'LIST', nullable: !isNonNullType(field.type) },
  };
}

/** The arguments each node gets: `cities` is the gateway's own; `after` is each city's. */
export function scatteredArguments(context: PlanContext, node: FieldNode, merge: MergePlan): readonly ArgumentNode[] {
  const kept = (node.arguments ?? []).filter(({ name }) => name.value !== 'cities');
  if (merge.kind !== 'CONNECTION') return kept;
  const { afterVariable } = context.ground.marks;
  return [...kept.filter(({ name }) => name.value !== 'after'), argumentNode('after', variableNode(afterVariable))];
}

function planConnection(selector: Selector, merged: MergedField): { set: SelectionSetNode; merge: ConnectionPlan } {
  const { marks } = selector.context.ground;
  const typeName = getNamedType(merged.field.type).name;
  const asked: SelectionNode[] = [];
  const fields = selector
    .collect(typeName, merged.sets)
    .map((field) => planConnectionField(selector, merged, field, asked));
  const edges = fields.filter((field) => field.kind === 'edges');
  const paged = fields.some(({ kind }) => kind === 'pageInfo');
  const cut = edges[0] ?? (paged ? cutOnly(selector, asked) : undefined);
  const head: SelectionNode[] = [];
  if (fields.some(({ kind }) => kind === 'totalCount') || !cut)
    head.push(fieldNode({ name: 'totalCount', alias: marks.total }));
  if (paged) head.push(pageInfoAsked(marks.page));
  const merge: ConnectionPlan = {
    kind: 'CONNECTION',
    typeName,
    first: keySourceAt(merged.node, merged.field, 'first'),
    after: keySourceAt(merged.node, merged.field, 'after'),
    afterVariable: marks.afterVariable,
    fields,
    totalAlias: marks.total,
    pageAlias: marks.page,
    lists: edges.length > 0 || !cut ? edges : [cut],
    ...(cut && { cut }),
  };
  return { set: selectionSet([...head, ...asked]), merge };
}

function planConnectionField(
  selector: Selector,
  merged: MergedField,
  { key, node, sets }: SelectedField,
  asked: SelectionNode[],
): ConnectionField {
  const name = node.name.value;
  if (name === '__typename') return { kind: 'typeName', key };
  if (name === 'edges') return planEdges(selector, merged, { key, node, sets }, asked);
  if (name !== 'pageInfo') return { kind: name === 'totalCount' ? 'totalCount' : 'unavailableCities', key };
  const pageInfo = connectionMember(merged, 'pageInfo');
  const fields = selector.collect(pageInfo, sets).map((field) => ({ key: field.key, name: field.node.name.value }));
  return { kind: 'pageInfo', key, fields, typeName: pageInfo };
}

/** The caller's edges under an alias, each with a mark before its cursor, so that they can be cut and compared as bytes. */
function planEdges(
  selector: Selector,
  merged: MergedField,
  { key, sets }: SelectedField,
  asked: SelectionNode[],
): ConnectionField & { kind: 'edges' } {
  const { marks } = selector.context.ground;
  const number = selector.context.nextMark();
  const [alias, cursorMark] = [marks.edges(number), marks.cursor(number)];
  const edge = connectionMember(merged, 'edges');
  const inner = selector.select(merged.contract, edge, sets, merged.level);
  const marked = selectionSet([fieldNode({ name: 'cursor', alias: cursorMark }), ...inner.selections]);
  asked.push(fieldNode({ name: 'edges', alias, selectionSet: marked }));
  const cursorKeys = selector
    .collect(edge, sets)
    .flatMap((field) => (field.node.name.value === 'cursor' ? [field.key] : []));
  return { kind: 'edges', key, alias, head: headOf(cursorMark), cursorKeys };
}

function cutOnly(selector: Selector, asked: SelectionNode[]): EdgesAsked {
  const { marks } = selector.context.ground;
  const number = selector.context.nextMark();
  const [alias, cursorMark] = [marks.edges(number), marks.cursor(number)];
  const marked = selectionSet([fieldNode({ name: 'cursor', alias: cursorMark })]);
  asked.push(fieldNode({ name: 'edges', alias, selectionSet: marked }));
  return { alias, head: headOf(cursorMark) };
}

const headOf = (cursorMark: string): Uint8Array => Buffer.from(`{"${cursorMark}":"`);

function pageInfoAsked(alias: string): FieldNode {
  const fields = ['hasNextPage', 'hasPreviousPage'].map((name) => fieldNode({ name }));
  return fieldNode({ name: 'pageInfo', alias, selectionSet: selectionSet(fields) });
}

function connectionMember({ contract, field }: MergedField, name: string): string {
  const member = contract.field(getNamedType(field.type).name, name);
  return member ? getNamedType(member.type).name : '';
}
