import { isListType, isNonNullType, isSpecifiedScalarType, type GraphQLType } from 'graphql';
import { link } from './markdown.js';

/** A type as the schema writes it, its name a link to where it is told. @param page of the types, empty on itself */
export function typeText(type: GraphQLType, page: string): string {
  if (isNonNullType(type)) return `${typeText(type.ofType, page)}!`;
  if (isListType(type)) return `\\[${typeText(type.ofType, page)}\\]`;
  return isSpecifiedScalarType(type) ? type.name : link(type.name, type.name, page);
}
