import { execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import { KuashiError } from '#libs/kernel';
import { nullValue, type Part, type PlacedError } from '../answer/part.js';
import { type LocalStep } from '../plan/plan.js';
import { type Variables } from '../plan/key-source.js';

/** Resolvers of the gateway's own root fields, by name. */
export type LocalResolvers = Readonly<Record<string, (args: Record<string, unknown>) => unknown>>;

/** Answers the gateway's own fields and introspection by graphql-js: a part for each response key. */
export async function answerLocally(
  schema: GraphQLSchema,
  step: LocalStep,
  resolvers: LocalResolvers,
  variables: Variables,
): Promise<Map<string, Part>> {
  const result = await execute({ schema, document: step.document, rootValue: resolvers, variableValues: variables });
  const errors = (result.errors ?? []).map(placed);
  return new Map(
    step.fields.map(({ responseKey }) => {
      const value: unknown = result.data?.[responseKey];
      const own = errors
        .filter(({ path }) => path[0] === responseKey)
        .map((error) => ({ ...error, path: error.path.slice(1) }));
      return [
        responseKey,
        { value: value === undefined ? nullValue : Buffer.from(JSON.stringify(value)), errors: own },
      ];
    }),
  );
}

function placed(error: GraphQLError): PlacedError {
  const { originalError, path = [] } = error;
  if (originalError instanceof KuashiError) {
    const { code, field, params } = originalError;
    return { path, extensions: { code, ...(field !== undefined && { field }) }, params };
  }
  return { path, extensions: { code: 'INTERNAL' } };
}
