import { BREAK, Kind, visit, type ASTNode, type DocumentNode, type GraphQLError } from 'graphql';

/**
 * Where the value of a coercion error stood: `input.materials.0.certificate`. A variable's error says it in its text
 * (`at "input.division"`, or the variable alone); a literal's error points to the literal.
 */
export function fieldOfInput(error: GraphQLError, document: DocumentNode | undefined): string | undefined {
  const [, variable, place] =
    /^Variable "\$(\w+)" got invalid value .*?(?: at "([^"]+)")?; /s.exec(error.message) ?? [];
  if (variable !== undefined) return (place ?? variable).replace(/\[(\d+)\]/g, '.$1');
  const literal = error.nodes?.[0];
  return literal === undefined || document === undefined ? undefined : pathOf(literal, document);
}

function pathOf(literal: ASTNode, document: DocumentNode): string | undefined {
  let path: string | undefined;
  visit(document, {
    enter(node, key, parent, _path, ancestors) {
      if (node !== literal) return undefined;
      const above = [...ancestors, parent].filter((entry) => entry !== undefined);
      path = above.flatMap((entry, index) => step(entry, above[index + 1] ?? node)).join('.');
      return BREAK;
    },
  });
  return path === '' ? undefined : path;
}

/** The part of the path one ancestor adds: an argument's or an input field's name, a list's index. */
function step(ancestor: ASTNode | readonly ASTNode[], below: ASTNode | readonly ASTNode[]): string[] {
  if (Array.isArray(ancestor)) return [];
  const node = ancestor as ASTNode;
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
  if (node.kind === Kind.LIST && !Array.isArray(below)) return [String(node.values.indexOf(below as never))];
  return [];
}
