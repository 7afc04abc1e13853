import type { GraphQLSchema } from 'graphql';
import { membersOf } from '../members.js';

/** The Chinese term in parentheses with which a description ends. */
const term = / \([^()]*\p{Script=Han}[^()]*\)$/u;

/** Every type, field, argument, input field and enum value is described, and the description ends with its Chinese term. */
export function lintDescriptions(schema: GraphQLSchema): string[] {
  return membersOf(schema).flatMap(({ coordinate, description }) => {
    if (!description) return [`${coordinate} has no description`];
    return term.test(description) ? [] : [`${coordinate} ends without its Chinese term in parentheses: ${description}`];
  });
}
