import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { membersOf } from '../members.js';
import type { PublicSchema } from '../read-public-schema.js';
import { whoMay, type AccessTable } from './access.js';
import { areas, type Area } from './areas.js';
import { code, contents, generated, lines, table } from './markdown.js';
import { misplacedOperations, operationsOf, type Operation } from './operations.js';
import { keptFor, whereTo } from './route.js';
import { typeText } from './type-text.js';
import { inputRow } from './types-page.js';

const typesPage = 'api-types.md';

/** Who may ask the gateway for what it answers itself. */
const ownFields: AccessTable = { cities: { kind: 'anyone' }, explainRoute: { kind: 'anyone' } };

/** docs/api.md: every root field, area by area. @throws Error for a root field that no area has */
export function apiPage(published: PublicSchema, access: AccessTable): string {
  const misplaced = misplacedOperations(published.schema);
  if (misplaced.length > 0) throw new Error(`Give each of these an area in areas.ts: ${misplaced.join(', ')}`);
  const rules = { ...access, ...ownFields };
  return lines(
    generated('the public schema and the access rules of the programs'),
    '# The API 接口',
    '',
    introduction,
    ...contents(areas.map(({ title, fields }) => ({ title, below: fields }))),
    ...areas.flatMap((area) => areaSection(area, published, rules)),
    ...deprecations(published.schema),
  );
}

const introduction = [
  'One GraphQL endpoint, `/graphql` at the gateway, over the records of every city. How a request finds its city is told in',
  '[routing.md](routing.md), what can go wrong in [error-codes.md](error-codes.md), the types in [api-types.md](api-types.md). A typed client is in',
  '[clients/typescript](../clients/typescript/README.md), and commands to try in [examples/requests.sh](../examples/requests.sh).',
  '',
  'Who may call a root field is checked by the node that owns the data; it also decides which objects and fields the caller sees. An answer',
  'that may be kept is the same for everybody. Every mutation takes an `idempotencyKey` where repeating it would do something twice.',
  '',
].join('\n');

function areaSection(area: Area, published: PublicSchema, rules: AccessTable): string[] {
  const told = operationsOf(area, published.schema).flatMap((operation) =>
    operationSection(operation, published, rules),
  );
  return [`## ${area.title}`, '', area.says, '', ...told];
}

function operationSection({ root, field }: Operation, published: PublicSchema, rules: AccessTable): string[] {
  const kept = keptFor(root, field, published);
  const facts = [
    root,
    `answers ${typeText(field.type, typesPage)}`,
    `for ${whoMay(rules[field.name])}`,
    whereTo(root, field, published) ?? 'answered by the gateway itself',
    ...(kept === undefined ? [] : [`may be kept ${kept} s`]),
  ];
  const deprecated = field.deprecationReason ? [`**Deprecated:** ${field.deprecationReason}`, ''] : [];
  return [
    `### ${field.name}`,
    '',
    `${field.description ?? ''}.`,
    '',
    `${facts.join(' · ')}.`,
    '',
    ...deprecated,
    ...inputs(field),
  ];
}

/** The arguments; of an input object its fields. */
function inputs({ args }: GraphQLField<unknown, unknown>): string[] {
  const rows = args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    if (!isInputObjectType(type)) return [inputRow(argument, typesPage)];
    return Object.values(type.getFields()).map((field) => inputRow(field, typesPage, `${argument.name}.`));
  });
  return rows.length > 0 ? table(['argument', 'type', 'what'], rows) : [];
}

function deprecations(schema: GraphQLSchema): string[] {
  const rows = membersOf(schema)
    .filter(({ deprecationReason }) => deprecationReason)
    .map(({ coordinate, deprecationReason }) => [code(coordinate), deprecationReason ?? '']);
  const none = ['Nothing is deprecated.', ''];
  return ['## Deprecated 已弃用', '', ...(rows.length > 0 ? table(['member', 'why, and what instead'], rows) : none)];
}
