/** A parsed GraphQL document, as far as it is measured; what `parse` of graphql-js makes is one. */
export interface DocumentSyntax {
  readonly definitions: readonly DefinitionSyntax[];
}

/** An operation or a fragment. */
export interface DefinitionSyntax {
  readonly kind: string;
  readonly name?: Name;
  readonly directives?: readonly unknown[];
  readonly variableDefinitions?: readonly { readonly directives?: readonly unknown[] }[];
  readonly selectionSet?: SelectionSetSyntax;
}

/** What stands between braces. */
export interface SelectionSetSyntax {
  readonly selections: readonly SelectionSyntax[];
}

/** A field, a spread of a fragment, or an inline fragment. */
export interface SelectionSyntax {
  readonly kind: string;
  readonly name?: Name;
  readonly alias?: Name;
  readonly directives?: readonly unknown[];
  readonly selectionSet?: SelectionSetSyntax;
}

interface Name {
  readonly value: string;
}
