import {
  isInputObjectType,
  getNullableType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';

/** Where in a request a value stands: in the document, in a variable (or inside one), or in a list of such. */
export type KeySource =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'variable'; readonly name: string; readonly path: readonly string[]; readonly otherwise?: unknown }
  | { readonly kind: 'list'; readonly items: readonly KeySource[] };

/** Variables of a request, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** The value in this request; undefined when absent. */
export function readKey(source: KeySource, variables: Variables): unknown {
  switch (source.kind) {
    case 'literal':
      return source.value;
    case 'variable':
      return source.path.reduce(memberOf, variables[source.name]) ?? source.otherwise;
    case 'list':
      return source.items.map((item) => readKey(item, variables));
  }
}

/** Where the value at an argument path (`id`, `input.division`) of a field stands. */
export function keySourceAt(node: FieldNode, definition: GraphQLField<unknown, unknown>, path: string): KeySource {
  const [name = '', ...rest] = path.split('.');
  const argument = definition.args.find((candidate) => candidate.name === name);
  const written = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return sourceIn(written, argument?.type, argument?.defaultValue, rest);
}

function sourceIn(
  written: ValueNode | undefined,
  type: GraphQLInputType | undefined,
  otherwise: unknown,
  path: readonly string[],
): KeySource {
  if (!written) return { kind: 'literal', value: path.reduce(memberOf, otherwise) };
  if (written.kind === Kind.VARIABLE) {
    return { kind: 'variable', name: written.name.value, path, otherwise: path.reduce(memberOf, otherwise) };
  }
  const [name, ...rest] = path;
  if (name !== undefined && written.kind === Kind.OBJECT) {
    const input = getNullableType(type);
    const field = isInputObjectType(input) ? input.getFields()[name] : undefined;
    const member = written.fields.find((candidate) => candidate.name.value === name)?.value;
    return sourceIn(member, field?.type, field?.defaultValue, rest);
  }
  if (written.kind === Kind.LIST) {
    return { kind: 'list', items: written.values.map((value) => sourceIn(value, undefined, undefined, path)) };
  }
  return { kind: 'literal', value: path.reduce(memberOf, valueFromASTUntyped(written)) };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
