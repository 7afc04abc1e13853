import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ownTypes } from '../members.js';
import { type Area, areas, sharedTitle, sharedTypes } from './areas.js';
import { operations } from './operations.js';

/** The schema's own types by the title of the area whose root fields are nearest to them; the earlier area on a tie. */
export function placeTypes(schema: GraphQLSchema): ReadonlyMap<string, readonly GraphQLNamedType[]> {
  const distances = areas.map((area) => ({ title: area.title, distance: distancesFrom(area, schema) }));
  const placed = new Map<string, GraphQLNamedType[]>();
  for (const type of ownTypes(schema).filter(isTold)) {
    const nearest = distances.toSorted((one, other) => far(one.distance, type) - far(other.distance, type))[0];
    const alone = !sharedTypes.includes(type.name) && nearest && nearest.distance.has(type.name);
    const title = alone ? nearest.title : sharedTitle;
    placed.set(title, [...(placed.get(title) ?? []), type]);
  }
  return placed;
}

/** The root types are told field by field, and the input of a mutation with it. */
const isTold = ({ name }: GraphQLNamedType): boolean => !['Query', 'Mutation', 'Subscription'].includes(name);

const far = (distance: ReadonlyMap<string, number>, { name }: GraphQLNamedType): number =>
  distance.get(name) ?? Infinity;

/** How many fields lie between the root fields and each type that they reach. */
function distancesFrom({ fields, types = [] }: Area, schema: GraphQLSchema): ReadonlyMap<string, number> {
  const distance = new Map<string, number>(types.map((name) => [name, -1]));
  let ring = operations(schema)
    .filter(({ field }) => fields.includes(field.name))
    .flatMap(({ field }) => typesAround(field));
  for (let step = 0; ring.length > 0; step += 1) {
    const fresh = [...new Set(ring)].filter(({ name }) => !distance.has(name));
    for (const { name } of fresh) distance.set(name, step);
    ring = fresh.flatMap(neighbours);
  }
  return distance;
}

function neighbours(type: GraphQLNamedType): GraphQLNamedType[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).flatMap(typesAround) : [];
}

const typesAround = ({ type, args }: GraphQLField<unknown, unknown>): GraphQLNamedType[] =>
  [type, ...args.map((argument) => argument.type)].map((one) => getNamedType(one));
