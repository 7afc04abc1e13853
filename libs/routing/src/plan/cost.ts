import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type RoutingLimits } from '../limits.js';
import { keySourceAt, type Variables } from './key-source.js';

/** The argument that says how many entries a list may have. */
export const pageArgument = 'first';

/** Entries of lists, where those whose number an argument further up decides are counted for one page of one. */
interface Entries {
  readonly known: number;
  readonly perEntryOfPage: number;
}

/**
 * How many entries of lists an operation can ask for: page sizes multiplied over nesting. `first` counts for the lists
 * right beneath its field (the edges of a connection) or for the field itself; a list that no argument bounds counts as
 * `limits.listSize`. Valid documents only. Each fragment is counted once, so the time grows with the document's length.
 */
export class Cost {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly ofFragments = new Map<string, Entries>();

  /** @param variables of a request; without them, every page that a variable decides counts as the largest there is */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly limits: Pick<RoutingLimits, 'pageSize' | 'listSize'>,
    private readonly variables?: Variables,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  of({ operation, selectionSet }: OperationDefinitionNode): number {
    const root = this.schema.getRootType(operation);
    return root ? this.bounded(this.entries(selectionSet, root), undefined) : 0;
  }

  private bounded({ known, perEntryOfPage }: Entries, page: number | undefined): number {
    return known + perEntryOfPage * (page ?? this.limits.listSize);
  }

  private entries(set: SelectionSetNode, type: GraphQLCompositeType): Entries {
    let [known, perEntryOfPage] = [0, 0];
    for (const selection of set.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.ofField(selection, type)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.entries(selection.selectionSet, this.narrowed(selection.typeCondition?.name.value, type))
            : this.ofFragment(selection.name.value, type);
      known += part.known;
      perEntryOfPage += part.perEntryOfPage;
    }
    return { known, perEntryOfPage };
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType): Entries {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type) || !node.selectionSet) return nothing;
    const page = this.pageOf(node, field);
    const isList = isListType(getNullableType(field.type));
    const below = this.bounded(this.entries(node.selectionSet, type), isList ? undefined : page);
    if (!isList) return { known: below, perEntryOfPage: 0 };
    return page === undefined
      ? { known: 0, perEntryOfPage: 1 + below }
      : { known: page * (1 + below), perEntryOfPage: 0 };
  }

  private ofFragment(name: string, otherwise: GraphQLCompositeType): Entries {
    const known = this.ofFragments.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing;
    const entries = this.entries(fragment.selectionSet, this.narrowed(fragment.typeCondition.name.value, otherwise));
    this.ofFragments.set(name, entries);
    return entries;
  }

  private narrowed(condition: string | undefined, otherwise: GraphQLCompositeType): GraphQLCompositeType {
    const type = condition === undefined ? undefined : this.schema.getType(condition);
    return isCompositeType(type) ? type : otherwise;
  }

  private pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    if (!field.args.some(({ name }) => name === pageArgument)) return undefined;
    const source = keySourceAt(node, field, pageArgument);
    if (source.kind === 'literal') return asCount(source.value);
    if (source.kind !== 'variable') return this.limits.pageSize;
    return this.variables ? asCount(this.variables[source.name] ?? source.otherwise) : this.limits.pageSize;
  }
}

const nothing: Entries = { known: 0, perEntryOfPage: 0 };

const asCount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
