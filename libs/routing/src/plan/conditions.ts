import { Kind, visit, type DirectiveNode, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { nothing, selectionSet } from './syntax.js';
import { type Variables } from './key-source.js';

/** The boolean variables that decide `@include` and `@skip` anywhere in the document, in order. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const value = isCondition(directive) ? directive.arguments?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/** The document as these values leave it: what is skipped is gone, and so are the conditions. */
export function settleConditions(document: DocumentNode, variables: Variables): DocumentNode {
  return visit(document, {
    SelectionSet(set) {
      const kept = set.selections.filter((selection) => isSelected(selection, variables));
      return withoutConditions(kept.length > 0 ? kept : [nothing]);
    },
  });
}

function withoutConditions(selections: readonly SelectionNode[]): SelectionSetNode {
  return selectionSet(
    selections.map((selection) =>
      selection === nothing || !selection.directives?.some(isCondition)
        ? selection
        : { ...selection, directives: selection.directives.filter((directive) => !isCondition(directive)) },
    ),
  );
}

function isSelected(selection: SelectionNode, variables: Variables): boolean {
  return (selection.directives ?? []).filter(isCondition).every((directive) => {
    const value = directive.arguments?.[0]?.value;
    const holds =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return (holds === true) === (directive.name.value === 'include');
  });
}

function isCondition(directive: DirectiveNode): boolean {
  return directive.name.value === 'include' || directive.name.value === 'skip';
}
