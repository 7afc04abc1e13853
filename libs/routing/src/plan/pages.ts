import {
  GraphQLError,
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { KuashiError, type InEveryLanguage } from '#libs/kernel';
import { pageArgument } from './cost.js';
import { type Variables } from './key-source.js';

/** A page size that a request's variable gives. */
export interface PageVariable {
  readonly name: string;
  /** where it is used, so that a refusal can say where it stands */
  readonly argument: ArgumentNode;
}

/** The page sizes of an operation, wherever they are nested. */
export interface Pages {
  /** the first of those written in the document that is no page size */
  readonly fault?: GraphQLError;
  readonly variables: readonly PageVariable[];
}

/** Finds every page size of an operation and checks those that are written in it. */
export function findPages(document: DocumentNode, operation: OperationDefinitionNode, most: number): Pages {
  const variables = new Map<string, PageVariable>();
  let fault: GraphQLError | undefined;
  for (const argument of pageArguments(document, operation)) {
    const { value } = argument;
    if (value.kind === Kind.INT && !isPageSize(Number(value.value), most)) fault ??= pageFault(argument, most);
    if (value.kind !== Kind.VARIABLE || variables.has(value.name.value)) continue;
    variables.set(value.name.value, { name: value.name.value, argument });
  }
  return { fault, variables: [...variables.values()] };
}

/** The first of the variables' page sizes that is none; one that is absent or null leaves the size to the field. */
export function faultOfPages(
  pages: readonly PageVariable[],
  variables: Variables,
  most: number,
): GraphQLError | undefined {
  for (const { name, argument } of pages) {
    const size = variables[name];
    if (size !== undefined && size !== null && !isPageSize(size, most)) return pageFault(argument, most);
  }
  return undefined;
}

/** Why a page size is refused. */
export const pageReason = (most: number): InEveryLanguage => ({
  'zh-Hans': `须在 1 到 ${most} 之间`,
  'zh-Hant': `須在 1 到 ${most} 之間`,
  en: `it must be from 1 to ${most}`,
});

const isPageSize = (size: unknown, most: number): boolean => typeof size === 'number' && size >= 1 && size <= most;

function pageFault(argument: ArgumentNode, most: number): GraphQLError {
  const error = new KuashiError('BAD_INPUT', { field: pageArgument, params: { reason: pageReason(most) } });
  return new GraphQLError(error.message, { nodes: argument, originalError: error });
}

/** The arguments of that name in the operation and in the fragments it uses. */
function pageArguments(document: DocumentNode, operation: OperationDefinitionNode): ArgumentNode[] {
  const found: ArgumentNode[] = [];
  const seen = new Set<string>();
  const search = (definition: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(definition, {
      Field: ({ arguments: given }) =>
        void found.push(...(given ?? []).filter(({ name }) => name.value === pageArgument)),
      FragmentSpread: ({ name }) => {
        const fragment = document.definitions.find(
          (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name.value,
        );
        if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || seen.has(name.value)) return;
        seen.add(name.value);
        search(fragment);
      },
    });
  };
  search(operation);
  return found;
}
