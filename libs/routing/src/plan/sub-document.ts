import { print, stripIgnoredCharacters, visit, type ASTNode, type FieldNode } from 'graphql';
import { type PlanContext } from './plan-context.js';
import { type SubDocument } from './plan.js';

/** Prints one root field as a document of its own, with only the variables and fragments it needs. */
export function printSubDocument(
  context: PlanContext,
  operation: string,
  root: FieldNode,
  reserved: readonly string[] = [],
): SubDocument {
  const used = new Used(context);
  used.addFrom(root);
  const definitions =
    context.operation.variableDefinitions?.filter(({ variable }) => used.variables.has(variable.name.value)) ?? [];
  const declared = [...reserved, ...definitions.map(print)].join(',');
  const fragments = [...used.fragments].map((name) => printFragment(context, name));
  const written = `${operation}${declared && `(${declared})`}{${print(root)}} ${fragments.join(' ')}`;
  const text = stripIgnoredCharacters(written);
  const bodyHead = `{"query":${JSON.stringify(text)}`;
  return {
    text,
    bodyHead,
    wholeBody: `${bodyHead}}`,
    variables: definitions.map(({ variable }) => variable.name.value),
  };
}

function printFragment(context: PlanContext, name: string): string {
  const fragment = context.fragments.get(name);
  return fragment ? print(fragment) : '';
}

class Used {
  readonly variables = new Set<string>();
  readonly fragments = new Set<string>();

  constructor(private readonly context: PlanContext) {}

  addFrom(node: ASTNode): void {
    visit(node, {
      Variable: (variable) => void this.variables.add(variable.name.value),
      FragmentSpread: (spread) => this.addFragment(spread.name.value),
    });
  }

  private addFragment(name: string): void {
    const fragment = this.context.fragments.get(name);
    if (!fragment || this.fragments.has(name)) return;
    this.fragments.add(name);
    this.addFrom(fragment);
  }
}
