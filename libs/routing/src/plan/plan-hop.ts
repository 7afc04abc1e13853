import { isObjectType, type FieldNode, type GraphQLField, type SelectionSetNode } from 'graphql';
import { type Contract, type FieldRoute } from '../contract/contract.js';
import { keySourceAt } from './key-source.js';
import { planMerge, scatteredArguments } from './plan-merge.js';
import { type HopPlan } from './plan.js';
import { type SelectedField, type Selector } from './select.js';
import { printSubDocument } from './sub-document.js';
import { argumentNode, fieldNode, onType, selectionSet, variableNode } from './syntax.js';

interface Referenced {
  readonly typeName: string;
  readonly selected: SelectedField;
  /** type of the objects referred to */
  readonly child: string;
  readonly level: number;
}

/** A field whose object lives elsewhere: here only its marked key, the rest by a hop to the owner. */
export function planReference(selector: Selector, { typeName, selected, child, level }: Referenced): FieldNode {
  const { context } = selector;
  const { key: responseKey, node, sets } = selected;
  const owner = context.ownerOf(child);
  const index = context.addHop(level + 1, () => {
    const set = selector.select(owner, child, sets, level + 1);
    const coordinate = `${typeName}.${node.name.value}`;
    const emptyIsNull = isObjectType(owner.schema.getType(child)) && selector.asksAnything(child, sets);
    return { kind: 'reference', coordinate, responseKey, emptyIsNull, ...lookedUp(selector, owner, child, set, []) };
  });
  const marked = fieldNode({ name: owner.keyOf(child), alias: context.ground.marks.hop(index) });
  return fieldNode({
    name: node.name.value,
    alias: responseKey,
    arguments: node.arguments,
    selectionSet: selectionSet([marked]),
  });
}

interface Scattered {
  readonly contract: Contract;
  readonly typeName: string;
  readonly selected: SelectedField;
  readonly level: number;
  /** the contract whose nodes are asked */
  readonly holder: Contract;
  readonly field: GraphQLField<unknown, unknown>;
  readonly route: FieldRoute;
}

/** A field that goes to every city: here only the marked key of its object, the field itself by a hop to each node. */
export function planHop(selector: Selector, { typeName, selected, level, holder, field, route }: Scattered): FieldNode {
  const { context } = selector;
  const { key: responseKey, node, sets } = selected;
  if (route.kind !== 'everyCity') throw new Error(`${typeName}.${field.name} cannot be routed by @${route.kind}`);
  const index = context.addHop(level + 1, () => {
    const { set, merge } = planMerge(selector, { contract: holder, route, field, node, sets, level: level + 1 });
    const asked = fieldNode({
      name: field.name,
      alias: responseKey,
      arguments: scatteredArguments(context, node, merge),
      selectionSet: set,
    });
    return {
      kind: 'everyCity',
      emptyIsNull: true,
      coordinate: `${typeName}.${field.name}`,
      responseKey,
      merge,
      cities: keySourceAt(node, field, 'cities'),
      ...lookedUp(
        selector,
        holder,
        typeName,
        selectionSet([asked]),
        merge.kind === 'CONNECTION' ? [merge.afterVariable] : [],
      ),
    };
  });
  return fieldNode({ name: holder.keyOf(typeName), alias: context.ground.marks.hop(index) });
}

type Lookup = Pick<HopPlan, 'source' | 'typeName' | 'lookup' | 'document' | 'maxAge'>;

/** How a program is asked for the marked objects of a type. */
function lookedUp(
  selector: Selector,
  owner: Contract,
  typeName: string,
  set: SelectionSetNode,
  texts: string[],
): Lookup {
  const { context } = selector;
  const { marks } = context.ground;
  const lookup = owner.lookup(typeName);
  const field = lookup && owner.schema.getQueryType()?.getFields()[lookup.field];
  if (!lookup || !field) throw new Error(`${typeName} cannot be looked up`);
  const root = fieldNode({
    name: field.name,
    alias: marks.lookup,
    arguments: [argumentNode(lookup.argument, variableNode(marks.keysVariable))],
    selectionSet: selectionSet([onType(typeName, set)]),
  });
  const keysType = field.args.find(({ name }) => name === lookup.argument)?.type.toString() ?? '[ID!]!';
  const reserved = [`$${marks.keysVariable}: ${keysType}`, ...texts.map((name) => `$${name}: String`)];
  return {
    source: owner.source,
    typeName,
    lookup,
    document: printSubDocument(context, 'query', root, reserved),
    maxAge: owner.routing(field).maxAge,
  };
}
