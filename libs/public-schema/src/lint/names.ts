import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { fieldsOf, membersOf, ownTypes, type FieldMember, type Member } from '../members.js';

/** How each kind of name is written. */
const spelling: Readonly<Record<Member['kind'], RegExp>> = {
  type: /^([A-Z][a-z0-9]+)+$|^JSON$/,
  field: /^[a-z][a-zA-Z0-9]*$/,
  argument: /^[a-z][a-zA-Z0-9]*$/,
  inputField: /^[a-z][a-zA-Z0-9]*$/,
  enumValue: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
};

/** How a field of a type is called: the ending says whether it is an instant or a day. */
const endings: Readonly<Record<string, RegExp>> = {
  DateTime: /(At|From|Until)$|^at$/,
  LocalDate: /(On|From|Until)$|^on$/,
};

/** Names follow one pattern: spelling, endings of times, one `input` per mutation, connections named after their node. */
export function lintNames(schema: GraphQLSchema): string[] {
  return [
    ...membersOf(schema)
      .filter(({ kind, name }) => !spelling[kind].test(name))
      .map(({ coordinate, kind }) => `${coordinate} is not spelt like ${kind === 'type' ? 'a type' : `an ${kind}`}`),
    ...fieldsOf(schema).flatMap(fieldFaults),
    ...inputTypeFaults(schema),
    ...edgeFaults(schema),
  ];
}

function fieldFaults({ typeName, field }: FieldMember): string[] {
  const where = `${typeName}.${field.name}`;
  const ending = endings[getNamedType(field.type).name];
  const faults = ending && !ending.test(field.name) ? [`${where} is a time and does not end like one`] : [];
  if (/Ids?$/.test(field.name) && !field.deprecationReason)
    faults.push(`${where}: a field that holds an ID is called after what it names`);
  if (typeName === 'Mutation') faults.push(...mutationFaults(field));
  return faults;
}

function mutationFaults({ name, args }: FieldMember['field']): string[] {
  const wanted = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const [input] = args;
  const fits = args.length === 1 && input?.name === 'input' && String(input.type) === wanted;
  return fits ? [] : [`Mutation.${name} must have one argument, input: ${wanted}`];
}

function inputTypeFaults(schema: GraphQLSchema): string[] {
  return ownTypes(schema)
    .filter((type) => isInputObjectType(type) !== type.name.endsWith('Input'))
    .map(({ name }) => `${name}: input types end in Input, and nothing else does`);
}

function edgeFaults(schema: GraphQLSchema): string[] {
  return ownTypes(schema).flatMap((type) => {
    if (!isObjectType(type) || !type.name.endsWith('Edge')) return [];
    const node = type.getFields()['node'];
    const fits = node && type.name === `${getNamedType(node.type).name}Edge`;
    return fits ? [] : [`${type.name} is not named after its node`];
  });
}
