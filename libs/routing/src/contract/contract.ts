import {
  buildASTSchema,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  printSchema,
  GraphQLSchema,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';
import { type LookupRoute } from '../decorators.js';
import { routingDirectives, type MergeKind } from '../directives.js';

/** Whose contract it is: the registry's, or the one that all nodes share. */
export type Source = 'registry' | 'node';

/** Where a field goes. */
export type FieldRoute =
  | { readonly kind: 'owner'; readonly argument: string }
  | { readonly kind: 'everyCity'; readonly merge: MergeKind }
  | { readonly kind: 'registry' };

/** What the directives of one field say. */
export interface FieldRouting {
  /** normally none or one; more is a fault that the lint names */
  readonly routes: readonly FieldRoute[];
  readonly reference: boolean;
  readonly internal: boolean;
  /** seconds, when the field is public */
  readonly maxAge?: number;
}

/** A type that has fields. */
export type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** An emitted contract, read again from its text with the routing directives in it. */
export class Contract {
  private readonly routings = new Map<object, FieldRouting>();

  private constructor(
    readonly source: Source,
    readonly document: DocumentNode,
    readonly schema: GraphQLSchema,
  ) {}

  /** @throws GraphQLError when the text is no schema. */
  static read(source: Source, text: string): Contract {
    const parsed = parse(text, { noLocation: true });
    const defined = parsed.definitions.some(
      (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'owner',
    );
    const document = defined ? parsed : { ...parsed, definitions: [...routingDefinitions(), ...parsed.definitions] };
    return new Contract(source, document, buildASTSchema(document));
  }

  /** The object or interface type of the name. */
  fieldsType(name: string): FieldsType | undefined {
    const type = this.schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? type : undefined;
  }

  field(typeName: string, fieldName: string): GraphQLField<unknown, unknown> | undefined {
    return this.fieldsType(typeName)?.getFields()[fieldName];
  }

  routing(field: GraphQLField<unknown, unknown>): FieldRouting {
    const known = this.routings.get(field);
    if (known) return known;
    const routing = readRouting(field.astNode?.directives ?? []);
    this.routings.set(field, routing);
    return routing;
  }

  /** How the type's objects are found here by key: its `@lookup`, or `nodes(ids:)` for what has an `id`. */
  lookup(typeName: string): LookupRoute | undefined {
    const type = this.fieldsType(typeName);
    const declared = type?.astNode?.directives?.find(({ name }) => name.value === 'lookup');
    if (declared) {
      return { field: textOf(declared, 'field'), argument: textOf(declared, 'argument'), key: textOf(declared, 'key') };
    }
    const byId = type?.getFields()['id'] && this.schema.getQueryType()?.getFields()['nodes'];
    return byId ? { field: 'nodes', argument: 'ids', key: 'id' } : undefined;
  }

  /** The field on which the type's objects are known from one program to the other. */
  keyOf(typeName: string): string {
    return this.lookup(typeName)?.key ?? 'id';
  }
}

function routingDefinitions(): DocumentNode['definitions'] {
  return parse(printSchema(new GraphQLSchema({ directives: [...routingDirectives] })), { noLocation: true })
    .definitions;
}

function readRouting(directives: readonly ConstDirectiveNode[]): FieldRouting {
  const named = (name: string) => directives.find((directive) => directive.name.value === name);
  const shared = named('public');
  return {
    routes: directives.flatMap(readRoute),
    reference: named('reference') !== undefined,
    internal: named('internal') !== undefined,
    ...(shared && { maxAge: Number(textOf(shared, 'maxAge')) }),
  };
}

function readRoute(directive: ConstDirectiveNode): FieldRoute[] {
  switch (directive.name.value) {
    case 'owner':
      return [{ kind: 'owner', argument: textOf(directive, 'argument') }];
    case 'everyCity':
      return [{ kind: 'everyCity', merge: textOf(directive, 'merge') as MergeKind }];
    case 'registry':
      return [{ kind: 'registry' }];
    default:
      return [];
  }
}

function textOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  if (!value) return '';
  return value.kind === Kind.STRING ? value.value : print(value);
}
