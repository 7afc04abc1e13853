import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Something of a schema that has a name and a description. */
export interface Member {
  readonly kind: 'type' | 'field' | 'argument' | 'inputField' | 'enumValue';
  /** `Type`, `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE` */
  readonly coordinate: string;
  readonly name: string;
  readonly description?: string | null;
  readonly deprecationReason?: string | null;
}

/** A field with the type it belongs to. */
export interface FieldMember {
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** The types of the schema's own: neither GraphQL's scalars nor those of introspection. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** Every field of every object and interface. */
export function fieldsOf(schema: GraphQLSchema): FieldMember[] {
  return ownTypes(schema).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ typeName: type.name, field }))
      : [],
  );
}

/** Everything of a schema that has a description, types first. */
export function membersOf(schema: GraphQLSchema): Member[] {
  return ownTypes(schema).flatMap((type) => [
    { kind: 'type' as const, coordinate: type.name, name: type.name, description: type.description },
    ...partsOf(type),
  ]);
}

function partsOf(type: GraphQLNamedType): Member[] {
  const within = (kind: Member['kind'], parts: readonly Omit<Member, 'kind' | 'coordinate'>[]): Member[] =>
    parts.map(({ name, description, deprecationReason }) => ({
      ...{ kind, coordinate: `${type.name}.${name}`, name, description, deprecationReason },
    }));
  if (isEnumType(type)) return within('enumValue', type.getValues());
  if (isInputObjectType(type)) return within('inputField', Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  const argumentsOf = (field: GraphQLField<unknown, unknown>): Member[] =>
    field.args.map((argument) => argumentMember(type.name, field.name, argument));
  return [...within('field', fields), ...fields.flatMap(argumentsOf)];
}

function argumentMember(typeName: string, fieldName: string, argument: GraphQLArgument): Member {
  const { name, description, deprecationReason } = argument;
  return { kind: 'argument', coordinate: `${typeName}.${fieldName}(${name}:)`, name, description, deprecationReason };
}
