import {
  buildASTSchema,
  concatAST,
  Kind,
  parse,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { routingDirectives } from '../directives.js';
import { type Contract } from './contract.js';
import { stubbedIn } from './stub.js';

const routingNames = new Set(routingDirectives.map(({ name }) => name));
/** Types that only the routing directives use. */
const routingTypes = new Set(['RoutingMerge']);
const rootNames = new Set(['Query', 'Mutation', 'Subscription']);

/** What the two contracts and the gateway's own fields are to the outside: no internal fields, no stubs, no directives. */
export function composePublicSchema(registry: Contract, node: Contract, local: string): GraphQLSchema {
  const own = parse(local, { noLocation: true });
  const parts = concatAST([registry.document, node.document]).definitions.filter(isPublic);
  const byName = new Map<string, DefinitionNode[]>();
  for (const definition of [...parts, ...own.definitions]) {
    const name = nameOf(definition);
    byName.set(name, [...(byName.get(name) ?? []), definition]);
  }
  const definitions = [...byName].map(([name, twins]) => unite(name, twins, registry, node));
  return buildASTSchema(withoutRouting({ kind: Kind.DOCUMENT, definitions }));
}

function unite(name: string, twins: DefinitionNode[], registry: Contract, node: Contract): DefinitionNode {
  const [first, second] = twins;
  if (!first) throw new Error(`No definition of ${name}`);
  if (rootNames.has(name)) return withFields(first, twins.flatMap(publicFieldsOf));
  if (!second) return first;
  if (stubbedIn(registry, node, name)) return withFields(second, [...fieldsOf(second), ...extraFields(first, second)]);
  if (stubbedIn(node, registry, name)) return withFields(first, [...fieldsOf(first), ...extraFields(second, first)]);
  return first;
}

/** Fields of a stub that the full type has not: those that go to every city. */
function extraFields(stub: DefinitionNode, full: DefinitionNode): FieldDefinitionNode[] {
  const known = new Set(fieldsOf(full).map(({ name }) => name.value));
  return fieldsOf(stub).filter(({ name }) => !known.has(name.value));
}

function publicFieldsOf(definition: DefinitionNode): FieldDefinitionNode[] {
  return fieldsOf(definition).filter(({ directives }) => !directives?.some(({ name }) => name.value === 'internal'));
}

function fieldsOf(definition: DefinitionNode): readonly FieldDefinitionNode[] {
  const typed = definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
  return typed ? (definition.fields ?? []) : [];
}

function withFields(definition: DefinitionNode, fields: readonly FieldDefinitionNode[]): DefinitionNode {
  return { ...(definition as ObjectTypeDefinitionNode), kind: Kind.OBJECT_TYPE_DEFINITION, fields };
}

function isPublic(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return !routingNames.has(definition.name.value);
  if (definition.kind === Kind.SCHEMA_DEFINITION) return false;
  return !routingTypes.has(nameOf(definition));
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name ? definition.name.value : print(definition);
}

function withoutRouting(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: (node) => (routingNames.has(node.name.value) ? null : undefined) });
}
