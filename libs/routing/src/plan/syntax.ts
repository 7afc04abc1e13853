import {
  Kind,
  type ArgumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** Small builders of GraphQL syntax. */
const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

/** A field of a printed sub-document. */
export function fieldNode(options: {
  name: string;
  alias?: string;
  arguments?: readonly ArgumentNode[];
  selectionSet?: SelectionSetNode;
}): FieldNode {
  const { alias, arguments: given, selectionSet } = options;
  return {
    kind: Kind.FIELD,
    name: name(options.name),
    alias: alias === undefined || alias === options.name ? undefined : name(alias),
    arguments: given,
    selectionSet,
  };
}

/** A selection set of these selections. */
export function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

/** `... on Type { … }`. */
export function onType(typeName: string, set: SelectionSetNode): InlineFragmentNode {
  const typeCondition = { kind: Kind.NAMED_TYPE as const, name: name(typeName) };
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: set };
}

/** `name: value`. */
export function argumentNode(argumentName: string, value: ValueNode): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: name(argumentName), value };
}

/** `$name`. */
export function variableNode(variableName: string): ValueNode {
  return { kind: Kind.VARIABLE, name: name(variableName) };
}

/** Selects nothing and is still valid: what is left when every field was skipped. */
export const nothing: FieldNode = {
  kind: Kind.FIELD,
  name: name('__typename'),
  directives: [
    { kind: Kind.DIRECTIVE, name: name('skip'), arguments: [argumentNode('if', { kind: Kind.BOOLEAN, value: true })] },
  ],
};

/** The key under which a field stands in the answer: its alias, or its name. */
export function responseKeyOf(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}
