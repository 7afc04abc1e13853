import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import type { PublicSchema } from '../read-public-schema.js';
import { areas, sharedTitle } from './areas.js';
import { code, contents, generated, lines, link, table } from './markdown.js';
import { mutationInputs } from './operations.js';
import { placeTypes } from './place-types.js';
import { whereTo } from './route.js';
import { typeText } from './type-text.js';

/** docs/api-types.md: every type of the public schema, area by area. */
export function typesPage(published: PublicSchema): string {
  const placed = placeTypes(published.schema);
  const withMutations = new Set(mutationInputs(published.schema).map(({ name }) => name));
  const titles = [...areas.map(({ title }) => title), sharedTitle];
  const elsewhere = (name: string): boolean => withMutations.has(name) || /(Connection|Edge)$/.test(name);
  const told = titles
    .map((title) => ({ title, types: (placed.get(title) ?? []).filter(({ name }) => !elsewhere(name)) }))
    .filter(({ types }) => types.length > 0);
  return lines(
    generated('the public schema'),
    '# Types of the API 接口类型',
    '',
    introduction,
    ...contents(told.map(({ title, types }) => ({ title, below: types.map(({ name }) => name) }))),
    ...connections(published),
    ...told.flatMap(({ title, types }) => [
      `## ${title}`,
      '',
      ...types.flatMap((type) => typeSection(type, published)),
    ]),
  );
}

const introduction = [
  'The root fields are in [api.md](api.md), each mutation with its input. A field marked “from its owner” is fetched by the gateway from',
  'the program that owns the object, and is null when that one cannot be reached.',
  '',
].join('\n');

function connections({ schema }: PublicSchema): string[] {
  const names = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith('Connection'));
  return [
    '## Connections 分页',
    '',
    'Lists are Relay connections, forwards only: ask for `first` entries, and go on with `after: endCursor` while `hasNextPage`. A cursor is',
    'the same for every city, and stays good while entries are added.',
    '',
    ...table(
      ['field', 'type', 'what'],
      [
        ['`edges`', '\\[…Edge!\\]!', 'entries of this page, each with its `cursor` and `node`'],
        ['`pageInfo`', `${link('PageInfo', 'PageInfo')}!`, 'where the page stands in the list'],
        ['`totalCount`', 'Int!', 'how many there are in the cities that answered'],
        ['`unavailableCities`', '\\[ID!\\]', 'cities that did not answer; null or empty when all did'],
      ],
    ),
    ...names.flatMap((name) => {
      const node = name.replace(/Connection$/, '');
      return [`### ${name}`, '', `${schema.getType(name)?.description ?? ''}. Its \`node\`: ${link(node, node)}.`, ''];
    }),
  ];
}

function typeSection(type: GraphQLNamedType, published: PublicSchema): string[] {
  return [`### ${type.name}`, '', `${kindOf(type)}${type.description ?? ''}`, '', ...partsOf(type, published)];
}

function kindOf(type: GraphQLNamedType): string {
  const nodes = isObjectType(type) ? type.getInterfaces().map(({ name }) => link(name, name)) : [];
  if (nodes.length > 0) return `A ${nodes.join(', ')}. `;
  if (isInterfaceType(type)) return 'Interface. ';
  return isInputObjectType(type) ? 'Input. ' : '';
}

function partsOf(type: GraphQLNamedType, published: PublicSchema): string[] {
  if (isEnumType(type)) {
    return table(
      ['value', 'what'],
      type.getValues().map(({ name, description }) => [code(name), description ?? '']),
    );
  }
  if (isInputObjectType(type))
    return table(
      ['field', 'type', 'what'],
      Object.values(type.getFields()).map((field) => inputRow(field)),
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return table(
    ['field', 'type', 'what'],
    fields.map((field) => fieldRow(type.name, field, published)),
  );
}

/** One row for an argument or a field of an input. @param before written in front of its name */
export function inputRow(field: GraphQLArgument | GraphQLInputField, page = '', before = ''): string[] {
  const usual = field.defaultValue === undefined ? '' : ` = ${code(JSON.stringify(field.defaultValue))}`;
  return [
    code(`${before}${field.name}`),
    `${typeText(field.type, page)}${usual}`,
    `${field.description ?? ''}${ended(field)}`,
  ];
}

function fieldRow(typeName: string, field: GraphQLField<unknown, unknown>, published: PublicSchema): string[] {
  const takes = field.args.map(({ name, type }) => `${code(name)}: ${typeText(type, '')}`);
  const where = whereTo(typeName, field, published);
  const notes = [takes.length > 0 && `takes ${takes.join(', ')}`, where].filter(Boolean);
  const note = notes.length > 0 ? ` — ${notes.join('; ')}` : '';
  return [code(field.name), typeText(field.type, ''), `${field.description ?? ''}${note}${ended(field)}`];
}

const ended = ({ deprecationReason }: { readonly deprecationReason?: string | null }): string =>
  deprecationReason ? ` **Deprecated:** ${deprecationReason}` : '';
