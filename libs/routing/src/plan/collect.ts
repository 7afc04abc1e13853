import {
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { nothing, responseKeyOf } from './syntax.js';

/** Fragment definitions of a document, by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
/** Selected fields by response key; a key may be selected more than once. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/** The fields that the selection sets ask of an object type, fragments unfolded, by response key in order. */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  typeName: string,
  sets: readonly SelectionSetNode[],
  count: () => void,
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection === nothing) continue;
      count();
      if (selection.kind === Kind.FIELD) {
        const key = responseKeyOf(selection);
        const twins = fields.get(key);
        if (twins) twins.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment && applies(schema, fragment.typeCondition?.name.value, typeName)) walk(fragment.selectionSet);
    }
  };
  sets.forEach(walk);
  return fields;
}

function applies(schema: GraphQLSchema, condition: string | undefined, typeName: string): boolean {
  if (condition === undefined || condition === typeName) return true;
  const [wanted, type] = [schema.getType(condition), schema.getType(typeName)];
  return isAbstractType(wanted) && isObjectType(type) && schema.isSubType(wanted, type);
}

/** The selection sets beneath fields that share a response key. */
export function setsBeneath(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}
