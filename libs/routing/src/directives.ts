import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';

/** How the parts of several cities become one answer. */
export type MergeKind = 'LIST' | 'CONNECTION' | 'SUM';

const mergeKind = new GraphQLEnumType({
  name: 'RoutingMerge',
  description: 'How the answers of several cities become one (合并方式).',
  values: {
    LIST: { description: 'One list after the other, in the order of the node directory.' },
    CONNECTION: { description: 'One page, merged by cursor.' },
    SUM: { description: 'Integers, and objects of integers, added up.' },
  },
});

const text = { type: new GraphQLNonNull(GraphQLString) };
const onField = [DirectiveLocation.FIELD_DEFINITION];
const onType = [DirectiveLocation.OBJECT, DirectiveLocation.INTERFACE];

/**
 * The routing directives of a contract. A program hands them to the schema emitter
 * (`buildSchemaOptions.directives`), so that the emitted SDL defines what its fields carry.
 */
export const routingDirectives: readonly GraphQLDirective[] = [
  new GraphQLDirective({
    name: 'owner',
    description: 'Goes to the node that the argument names: a global ID, a division code or a 22-digit number.',
    locations: onField,
    args: { argument: { ...text, description: 'Name of the argument, or a path into it: `input.division`.' } },
  }),
  new GraphQLDirective({
    name: 'everyCity',
    description: 'Goes to every node, or to those in the argument `cities`; the parts are merged.',
    locations: onField,
    args: { merge: { type: new GraphQLNonNull(mergeKind) } },
  }),
  new GraphQLDirective({ name: 'registry', description: "Goes to the province's registry.", locations: onField }),
  new GraphQLDirective({
    name: 'reference',
    description: 'The node answers only the key; the gateway fetches the rest from the owner.',
    locations: onField,
  }),
  new GraphQLDirective({
    name: 'public',
    description: 'The answer is the same for every caller; it is asked without the caller’s token and may be shared.',
    locations: onField,
    args: { maxAge: { type: new GraphQLNonNull(GraphQLInt), description: 'Seconds the answer may be kept.' } },
  }),
  new GraphQLDirective({
    name: 'lookup',
    description: 'The root field of this program that finds objects of the type by their keys, in the order asked.',
    locations: onType,
    args: { field: text, argument: text, key: text },
  }),
  new GraphQLDirective({
    name: 'internal',
    description: 'Only the gateway calls this root field; the public schema does not show it.',
    locations: onField,
  }),
];
