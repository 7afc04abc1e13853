import {
  getNamedType,
  isAbstractType,
  type FieldNode,
  type GraphQLField,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Contract, type FieldRoute, type Source } from '../contract/contract.js';
import { collectFields, setsBeneath } from './collect.js';
import { planHop, planReference } from './plan-hop.js';
import { type PlanContext } from './plan-context.js';
import { Purity } from './purity.js';
import { fieldNode, nothing, onType, selectionSet } from './syntax.js';

/** Fields of the caller that share a response key. */
export interface SelectedField {
  readonly key: string;
  readonly node: FieldNode;
  readonly sets: readonly SelectionSetNode[];
}

/**
 * Turns what the caller selects into what a program can be asked: its own fields as they are; where something comes
 * from elsewhere, a marked key and a hop.
 */
export class Selector {
  private readonly purities: Readonly<Record<Source, Purity>>;

  constructor(readonly context: PlanContext) {
    const { registry, node } = context.ground;
    this.purities = { registry: new Purity(context, registry), node: new Purity(context, node) };
  }

  /** What to ask the contract's program of a type. `level`: hops that went before. */
  select(contract: Contract, typeName: string, sets: readonly SelectionSetNode[], level: number): SelectionSetNode {
    if (this.purities[contract.source].isPure(typeName, sets)) {
      sets.forEach(this.countFields);
      return selectionSet(sets.flatMap(({ selections }) => selections));
    }
    const type = contract.schema.getType(typeName);
    if (!isAbstractType(type)) return this.selectObject(contract, typeName, sets, level);
    const inners = contract.schema
      .getPossibleTypes(type)
      .map(({ name }) => ({ name, fields: this.collect(name, sets) }));
    const named = inners.filter(({ fields }) => fields.length > 0);
    const parts = named.map(({ name }) => onType(name, this.selectObject(contract, name, sets, level)));
    return selectionSet(parts.length > 0 ? parts : [nothing]);
  }

  /** The caller's fields of an object type, in order. */
  collect(typeName: string, sets: readonly SelectionSetNode[]): SelectedField[] {
    const { ground, fragments, countField } = this.context;
    const collected = collectFields(ground.publicSchema, fragments, typeName, sets, countField);
    return [...collected].flatMap(([key, nodes]) => {
      const [node] = nodes;
      return node ? [{ key, node, sets: setsBeneath(nodes) }] : [];
    });
  }

  /** Whether anything at all is asked of an object of the type. */
  asksAnything(typeName: string, sets: readonly SelectionSetNode[]): boolean {
    return this.collect(typeName, sets).length > 0;
  }

  needsNoHop(contract: Contract, typeName: string, sets: readonly SelectionSetNode[]): boolean {
    return this.purities[contract.source].needsNoHop(typeName, sets);
  }

  private selectObject(
    contract: Contract,
    typeName: string,
    sets: readonly SelectionSetNode[],
    level: number,
  ): SelectionSetNode {
    const fields = this.collect(typeName, sets).map((field) => this.selectField(contract, typeName, field, level));
    return selectionSet(fields.length > 0 ? fields : [nothing]);
  }

  private selectField(contract: Contract, typeName: string, selected: SelectedField, level: number): SelectionNode {
    const { key, node, sets } = selected;
    if (node.name.value === '__typename') return node;
    const found = this.definitionOf(contract, typeName, node.name.value);
    if (found.route) return planHop(this, { contract, typeName, selected, level, ...found, route: found.route });
    const child = getNamedType(found.field.type).name;
    const { reference } = contract.routing(found.field);
    if (reference && !this.needsNoHop(contract, child, sets))
      return planReference(this, { typeName, selected, child, level });
    const inner = node.selectionSet ? this.select(contract, child, sets, level) : undefined;
    return fieldNode({ name: node.name.value, alias: key, arguments: node.arguments, selectionSet: inner });
  }

  /** The field here, or on the stub of the other contract that adds it. */
  private definitionOf(contract: Contract, typeName: string, fieldName: string): FieldAtHand {
    const { registry, node } = this.context.ground;
    for (const holder of [contract, node, registry]) {
      const field = holder.field(typeName, fieldName);
      const route = field && holder.routing(field).routes[0];
      if (field && (holder === contract || route)) return { holder, field, route };
    }
    throw new Error(`No program answers ${typeName}.${fieldName} here`);
  }

  private readonly countFields = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      this.context.countField();
      if ('selectionSet' in selection && selection.selectionSet) this.countFields(selection.selectionSet);
    }
  };
}

/** A field with the contract that declares it and its route, if it has one. */
interface FieldAtHand {
  readonly holder: Contract;
  readonly field: GraphQLField<unknown, unknown>;
  readonly route?: FieldRoute;
}
