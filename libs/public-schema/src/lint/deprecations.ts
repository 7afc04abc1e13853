import { DEFAULT_DEPRECATION_REASON, type GraphQLSchema } from 'graphql';
import { membersOf, type Member } from '../members.js';

/** What is deprecated says why, and names in backticks what is there instead: a neighbour, or `Type.member`. */
export function lintDeprecations(schema: GraphQLSchema): string[] {
  const members = membersOf(schema);
  const known = new Set(members.map(({ coordinate }) => coordinate));
  return members.flatMap((member) => {
    const fault = faultOf(member, known);
    return fault ? [`${member.coordinate} is deprecated ${fault}`] : [];
  });
}

function faultOf({ coordinate, deprecationReason }: Member, known: ReadonlySet<string>): string | undefined {
  if (deprecationReason === undefined || deprecationReason === null) return undefined;
  if (deprecationReason.trim() === '' || deprecationReason === DEFAULT_DEPRECATION_REASON) return 'without a reason';
  const [owner = ''] = coordinate.split('.');
  const named = [...deprecationReason.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name);
  const replacements = named.map((name) => (name.includes('.') ? name : `${owner}.${name}`));
  if (replacements.some((name) => name !== coordinate && known.has(name))) return undefined;
  return `and its reason names nothing in backticks that could be used instead: ${deprecationReason}`;
}
