import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';
import { KuashiError } from '#libs/kernel';

/** Most root fields of an operation, as at the gateway: each costs as much as a request of its own. */
export const mostRootFields = 20;

/** Validation rule: an operation has a bounded number of root fields, however they are aliased or spread. */
export function rootFieldsRule(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      return (
        sum +
        (selection.kind === Kind.INLINE_FRAGMENT ? count(selection.selectionSet) : ofFragment(selection.name.value))
      );
    }, 0);
  // A circular fragment counts nothing here: another rule refuses it.
  const ofFragment = (name: string): number => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, 0);
    const set = context.getFragment(name)?.selectionSet;
    const fields = set === undefined ? 0 : count(set);
    fragments.set(name, fields);
    return fields;
  };
  return {
    OperationDefinition: (node) => {
      if (count(node.selectionSet) > mostRootFields) context.reportError(tooManyRootFields());
      return false;
    },
  };
}

function tooManyRootFields(): GraphQLError {
  const params = { reason: 'rootFields', limit: mostRootFields };
  return new GraphQLError('too many root fields', {
    originalError: new KuashiError('QUERY_TOO_COMPLEX', { field: 'query', params }),
  });
}
