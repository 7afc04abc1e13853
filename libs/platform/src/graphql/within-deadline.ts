import { KuashiError, type Deadline } from '#libs/kernel';
import { isObjectType, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Seconds after which whoever was refused may come again. */
const retryAfter = 1;

/**
 * A resolver that does not begin once nobody waits for the answer any more: a query that runs on is given up at its next
 * field, and a mutation changes nothing. What has begun ends.
 */
export function withinDeadline(resolve: Resolver): Resolver {
  return (source, args, context, info): unknown => {
    if ((context as { readonly deadline?: Deadline }).deadline?.hasPassed) throw tooLate(info);
    return resolve(source, args, context, info);
  };
}

function tooLate({ parentType, schema }: Pick<GraphQLResolveInfo, 'parentType' | 'schema'>): KuashiError {
  return isMutation(parentType, schema.getMutationType())
    ? new KuashiError('NODE_BUSY', { params: { retryAfter } })
    : new KuashiError('NODE_TIMEOUT');
}

const isMutation = (type: GraphQLObjectType, mutation: unknown): boolean => isObjectType(mutation) && type === mutation;
