import { GraphQLError, Kind, parse, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { BoundedMap } from './bounded-map.js';
import { conditionVariables, settleConditions } from './conditions.js';
import { type Variables } from './key-source.js';
import { brokenLimit, type BrokenLimit } from './measure.js';
import { type PlanningGround } from './plan-context.js';
import { plainVariables } from './plain-variables.js';
import { planOperation } from './plan-operation.js';
import { type Plan } from './plan.js';

/** A document that may run, with the plans made of it so far. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly operations: readonly PreparedOperation[];
  /** boolean variables that decide what is skipped */
  readonly conditions: readonly string[];
}

/** One of its operations. */
export interface PreparedOperation {
  readonly node: OperationDefinitionNode;
  /** whether variables can be used as they came; absent when they always have to be coerced */
  readonly arePlain?: (given: Variables) => boolean;
  /** by the values of the conditions */
  readonly plans: BoundedMap<Plan>;
}

/** A document that may not run: it does not parse, is not valid, or breaks a limit. */
export interface RefusedDocument {
  readonly faults: readonly GraphQLError[];
  readonly broken?: BrokenLimit;
}

/** Variants kept of one operation: its conditions have that many answers at most, in practice two. */
const keptPlans = 64;
const shownFaults = 20;

/** Parses, validates, limits and plans each document text once. */
export class Documents {
  private readonly prepared: BoundedMap<PreparedDocument>;
  private readonly refused: BoundedMap<RefusedDocument>;

  constructor(private readonly ground: PlanningGround) {
    const { keptDocuments, keptDocumentBytes, keptRefusals } = ground.limits;
    this.prepared = new BoundedMap(keptDocuments, keptDocumentBytes);
    this.refused = new BoundedMap(keptRefusals, keptDocumentBytes);
  }

  prepare(text: string): PreparedDocument | RefusedDocument {
    const known = this.prepared.get(text) ?? this.refused.get(text);
    if (known) return known;
    const made = this.make(text);
    if ('faults' in made) this.refused.set(text, made, text.length);
    else this.prepared.set(text, made, text.length);
    return made;
  }

  /** The plan of an operation for these values of the variables that decide what is skipped. */
  plan({ document, conditions }: PreparedDocument, { node, plans }: PreparedOperation, variables: Variables): Plan {
    const variant = conditions.length === 0 ? '' : conditions.map((name) => Number(variables[name] === true)).join('');
    const known = plans.get(variant);
    if (known) return known;
    const settled = settleConditions(document, variables);
    const twin = settled.definitions[document.definitions.indexOf(node)];
    if (twin?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The operation is not of this document');
    const plan = planOperation(this.ground, settled, twin);
    plans.set(variant, plan);
    return plan;
  }

  private make(text: string): PreparedDocument | RefusedDocument {
    const { limits, publicSchema, marks } = this.ground;
    const document = parseBounded(text, limits.tokens);
    if ('faults' in document) return document;
    const broken = brokenLimit(document, limits);
    if (broken) return { faults: [], broken };
    if (text.includes(marks.prefix)) return { faults: [new GraphQLError('The document uses a reserved name.')] };
    const faults = validate(publicSchema, document, undefined, { maxErrors: shownFaults });
    if (faults.length > 0) return { faults };
    const operations = document.definitions
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({
        node,
        arePlain: plainVariables(publicSchema, node.variableDefinitions ?? []),
        plans: new BoundedMap<Plan>(keptPlans),
      }));
    return { document, operations, conditions: conditionVariables(document) };
  }
}

/** Parses; a text whose nesting exhausts the stack (RangeError) is as much too long as one with too many tokens. */
function parseBounded(text: string, tokens: number): DocumentNode | RefusedDocument {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (fault) {
    if (!(fault instanceof GraphQLError) && !(fault instanceof RangeError)) throw fault;
    const tooLong = !(fault instanceof GraphQLError) || fault.message.includes('tokens');
    return tooLong ? { faults: [], broken: { what: 'tokens', limit: tokens } } : { faults: [fault] };
  }
}
