import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type DefinitionNode,
  type GraphQLField,
} from 'graphql';
import { type Contract } from './contract.js';
import { lintContract } from './lint.js';
import { stubbedIn } from './stub.js';

/** Everything that keeps the two contracts from being routed together, a sentence each. Empty when all is well. */
export function lintContracts(registry: Contract, node: Contract): string[] {
  return [
    ...lintContract(registry).map((fault) => `registry: ${fault}`),
    ...lintContract(node).map((fault) => `node: ${fault}`),
    ...sharedRoots(registry, node),
    ...unequalTypes(registry, node),
    ...unmarkedStubs(registry, node),
    ...unmarkedStubs(node, registry),
    ...ownerless(registry, node),
  ];
}

function sharedRoots(registry: Contract, node: Contract): string[] {
  return ['Query', 'Mutation', 'Subscription'].flatMap((root) => {
    const other = node.fieldsType(root)?.getFields() ?? {};
    const shared = Object.keys(registry.fieldsType(root)?.getFields() ?? {}).filter((name) => other[name]);
    return shared.map((name) => `both: ${root}.${name} is a root field of the registry and of the nodes`);
  });
}

function unequalTypes(registry: Contract, node: Contract): string[] {
  const printed = printedTypes(node);
  return [...printedTypes(registry)].flatMap(([name, text]) => {
    const twin = printed.get(name);
    if (twin === undefined || twin === text || stubbedIn(registry, node, name) || stubbedIn(node, registry, name))
      return [];
    return [`both: ${name} differs between the registry and the nodes and is a stub in neither`];
  });
}

function printedTypes(contract: Contract): Map<string, string> {
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  const named = contract.document.definitions.filter(
    (definition): definition is DefinitionNode & { name: { value: string } } =>
      'name' in definition && definition.name !== undefined && definition.kind !== Kind.DIRECTIVE_DEFINITION,
  );
  return new Map(named.filter(({ name }) => !roots.has(name.value)).map((node) => [node.name.value, print(node)]));
}

/** A stub reached without `@reference` would be shown without the fields the public schema promises. */
function unmarkedStubs(contract: Contract, other: Contract): string[] {
  return fieldsOf(contract).flatMap(({ typeName, field }) => {
    const { reference, internal } = contract.routing(field);
    if (reference || internal || !stubbedIn(contract, other, getNamedType(field.type).name)) return [];
    return [`${contract.source}: ${typeName}.${field.name} answers a stub and must be a @reference`];
  });
}

/** A reference needs an owner that can look its objects up. */
function ownerless(registry: Contract, node: Contract): string[] {
  return [registry, node].flatMap((contract) =>
    fieldsOf(contract).flatMap(({ typeName, field }) => {
      if (!contract.routing(field).reference) return [];
      const name = getNamedType(field.type).name;
      const [where, owner] = [`${contract.source}: ${typeName}.${field.name}`, ownerOfType(name, registry, node)];
      if (!owner.lookup(name)) return [`${where} references ${name}, which no program can look up`];
      const key = owner.keyOf(name);
      return contract.field(name, key) ? [] : [`${where} references ${name}, which has no ${key} here`];
    }),
  );
}

/** The contract whose program owns the objects of a type: the one where it is not a stub; the nodes', when both are full. */
export function ownerOfType(typeName: string, registry: Contract, node: Contract): Contract {
  if (!node.schema.getType(typeName) || stubbedIn(node, registry, typeName)) return registry;
  return node;
}

function fieldsOf(contract: Contract): { typeName: string; field: GraphQLField<unknown, unknown> }[] {
  return Object.values(contract.schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map((field) => ({ typeName: type.name, field }))
      : [],
  );
}
