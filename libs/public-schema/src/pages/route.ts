import type { GraphQLField } from 'graphql';
import type { PublicSchema } from '../read-public-schema.js';

type Field = GraphQLField<unknown, unknown>;

/** Where a field goes, in words; undefined for one that goes where its parent went. */
export function whereTo(typeName: string, field: Field, published: PublicSchema): string | undefined {
  const { routes = [], reference } = routingOf(typeName, field, published) ?? {};
  const [route] = routes;
  switch (route?.kind) {
    case 'owner':
      return `to the node that \`${route.argument}\` names`;
    case 'everyCity':
      return `to every city, or to \`cities\`; merged as one ${merged[route.merge]}`;
    case 'registry':
      return 'to the province’s registry';
    case undefined:
      return reference ? 'fetched from its owner' : undefined;
  }
}

const merged = { LIST: 'list', CONNECTION: 'page', SUM: 'sum' };

/** For how many seconds an answer may be kept and shared; undefined for one that is the caller’s own. */
export function keptFor(typeName: string, field: Field, published: PublicSchema): number | undefined {
  return routingOf(typeName, field, published)?.maxAge;
}

/** What the contract says that has the field; the gateway's own fields are in neither. */
function routingOf(typeName: string, { name }: Field, { registry, node }: PublicSchema) {
  const found = [registry, node].flatMap((contract) => {
    const field = contract.field(typeName, name);
    return field ? [contract.routing(field)] : [];
  });
  return found.find(({ routes, reference }) => routes.length > 0 || reference) ?? found[0];
}
