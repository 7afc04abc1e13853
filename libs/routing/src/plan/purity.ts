import { getNamedType, Kind, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { type Contract } from '../contract/contract.js';
import { type PlanContext } from './plan-context.js';

/**
 * Whether a program can answer a selection alone. Such a selection is passed on as the caller wrote it, fragments and
 * all; only where something comes from elsewhere must the planner take it apart.
 */
export class Purity {
  private readonly fragments = new Map<string, boolean>();

  constructor(
    private readonly context: PlanContext,
    private readonly contract: Contract,
  ) {}

  /** Whether the contract's program answers all of the sets on the type by itself. */
  isPure(typeName: string, sets: readonly SelectionSetNode[]): boolean {
    return sets.every((set) => set.selections.every((selection) => this.isPureSelection(typeName, selection)));
  }

  /** Whether a reference asks for no more than what the program at hand holds of it: key and type. */
  needsNoHop(typeName: string, sets: readonly SelectionSetNode[]): boolean {
    const key = this.context.ownerOf(typeName).keyOf(typeName);
    return this.fieldsOf(sets).every(({ name, selectionSet }) => {
      if (name.value === '__typename' || name.value === key) return true;
      const stub = selectionSet && this.contract.field(typeName, name.value);
      return stub !== undefined && this.contract.routing(stub).routes.length > 0;
    });
  }

  private isPureSelection(typeName: string, selection: SelectionNode): boolean {
    if (selection.kind === Kind.FIELD) return this.isPureField(typeName, selection);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.isPureFragment(selection.name.value);
    const condition = selection.typeCondition?.name.value ?? typeName;
    return this.contract.schema.getType(condition) !== undefined && this.isPure(condition, [selection.selectionSet]);
  }

  private isPureField(typeName: string, node: FieldNode): boolean {
    if (node.name.value === '__typename') return true;
    const field = this.contract.field(typeName, node.name.value);
    if (!field) return false;
    const { routes, reference } = this.contract.routing(field);
    if (routes.length > 0) return false;
    if (!node.selectionSet) return true;
    const child = getNamedType(field.type).name;
    return (!reference || this.needsNoHop(child, [node.selectionSet])) && this.isPure(child, [node.selectionSet]);
  }

  private isPureFragment(name: string): boolean {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    const fragment = this.context.fragments.get(name);
    const condition = fragment?.typeCondition.name.value;
    const isKnown = condition !== undefined && this.contract.schema.getType(condition) !== undefined;
    const pure = fragment !== undefined && isKnown && this.isPure(condition, [fragment.selectionSet]);
    this.fragments.set(name, pure);
    return pure;
  }

  private fieldsOf(sets: readonly SelectionSetNode[]): FieldNode[] {
    return sets.flatMap(({ selections }) =>
      selections.flatMap((selection) => {
        this.context.countField();
        if (selection.kind === Kind.FIELD) return [selection];
        const inline = selection.kind === Kind.INLINE_FRAGMENT;
        const fragment = inline ? selection : this.context.fragments.get(selection.name.value);
        return fragment ? this.fieldsOf([fragment.selectionSet]) : [];
      }),
    );
  }
}
