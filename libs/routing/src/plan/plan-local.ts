import { Kind, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { type PlanContext } from './plan-context.js';
import { type LocalStep } from './plan.js';
import { type SelectedField } from './select.js';
import { selectionSet } from './syntax.js';

/** A root field that the gateway answers itself, joined to the local step before it. `twins` share its response key. */
export function planLocal(
  context: PlanContext,
  { key, node }: SelectedField,
  twins: readonly FieldNode[],
  before: LocalStep | undefined,
): LocalStep {
  const selections = [...(before?.operation.selectionSet.selections ?? []), ...twins];
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: context.operation.operation,
    variableDefinitions: context.operation.variableDefinitions,
    selectionSet: selectionSet(selections),
  };
  return {
    kind: 'local',
    fields: [...(before?.fields ?? []), { responseKey: key, name: node.name.value }],
    operation,
    document: { kind: Kind.DOCUMENT, definitions: [operation, ...context.fragments.values()] },
  };
}
