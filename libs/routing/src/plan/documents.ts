import {
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { asksIntrospection, KuashiError } from '#libs/kernel';
import { BoundedMap } from './bounded-map.js';
import { boundOperation } from './bounds.js';
import { conditionVariables, settleConditions } from './conditions.js';
import { type Variables } from './key-source.js';
import { mayGuess } from '../refuse.js';
import { brokenLimit } from './measure.js';
import { tooComplex, type PlanningGround } from './plan-context.js';
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
  readonly plans: BoundedMap<Plan | RefusedDocument>;
}

/** A document, or one operation of it, that may not run: it does not parse, is not valid, or breaks a limit. */
export interface RefusedDocument {
  readonly faults: readonly (GraphQLError | KuashiError)[];
}

/** Called before work is done for a document or a variant that is not known yet; throws when the caller has to wait. */
export type AdmitDocument = () => void;

/** Variants kept of one operation: its conditions have that many answers at most, in practice two. */
const keptPlans = 64;
const shownFaults = 20;
/** Memory that a document takes with its plans, measured: about half a kilobyte a token, and its text. */
const bytesPerToken = 500;

/** Parses, limits, validates and plans each document text once. */
export class Documents {
  private readonly prepared: BoundedMap<PreparedDocument>;
  private readonly refused: BoundedMap<RefusedDocument>;

  constructor(private readonly ground: PlanningGround) {
    const { keptDocuments, keptDocumentBytes, keptRefusals, keptRefusalBytes } = ground.limits;
    this.prepared = new BoundedMap(keptDocuments, keptDocumentBytes);
    this.refused = new BoundedMap(keptRefusals, keptRefusalBytes);
  }

  prepare(text: string, admit?: AdmitDocument): PreparedDocument | RefusedDocument {
    const known = this.prepared.get(text) ?? this.refused.get(text);
    if (known) return known;
    admit?.();
    const made = this.make(text);
    if ('faults' in made) this.refused.set(text, made, text.length);
    else this.prepared.set(text, made, text.length + bytesPerToken * (made.document.tokenCount ?? 0));
    return made;
  }

  /** The plan of an operation for these values of the variables that decide what is skipped. */
  plan(
    { document, conditions }: PreparedDocument,
    { node, plans }: PreparedOperation,
    variables: Variables,
    admit?: AdmitDocument,
  ): Plan | RefusedDocument {
    const variant = conditions.length === 0 ? '' : conditions.map((name) => Number(variables[name] === true)).join('');
    const known = plans.get(variant);
    if (known) return known;
    if (plans.size > 0) admit?.();
    const made = this.makePlan(document, node, variables);
    plans.set(variant, made);
    return made;
  }

  private make(text: string): PreparedDocument | RefusedDocument {
    const { limits, publicSchema, marks, introspection, suggestions } = this.ground;
    const document = parseBounded(text, limits.tokens);
    if ('faults' in document) return document;
    const broken = brokenLimit(document, limits);
    if (broken) return { faults: [tooComplex(broken.what, broken.limit)] };
    if (text.includes(marks.prefix)) return { faults: [new GraphQLError('The document uses a reserved name.')] };
    if (!introspection && asksIntrospection(document)) {
      return { faults: [new KuashiError('INTROSPECTION_OFF', { field: 'query' })] };
    }
    const faults = invalidIn(document, publicSchema, suggestions && mayGuess(text));
    if (faults.length > 0) return { faults: faults.map(withoutDocument) };
    const operations = document.definitions
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({
        node,
        arePlain: plainVariables(publicSchema, node.variableDefinitions ?? []),
        plans: new BoundedMap<Plan | RefusedDocument>(keptPlans),
      }));
    return { document, operations, conditions: conditionVariables(document) };
  }

  private makePlan(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): Plan | RefusedDocument {
    const settled = settleConditions(document, variables);
    const twin = settled.definitions[document.definitions.indexOf(operation)];
    if (twin?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The operation is not of this document');
    const bounds = boundOperation(this.ground.publicSchema, settled, twin, this.ground.limits);
    if (bounds instanceof Error) return { faults: [bounds] };
    try {
      return { ...planOperation(this.ground, settled, twin), bounds };
    } catch (error) {
      if (error instanceof KuashiError) return { faults: [error] };
      throw error;
    }
  }
}

/** What does not fit the schema. Of a subscription with a condition at its root graphql-js says so by throwing. */
function invalidIn(document: DocumentNode, schema: GraphQLSchema, suggestions: boolean): readonly GraphQLError[] {
  try {
    return validate(schema, document, undefined, { maxErrors: shownFaults, hideSuggestions: !suggestions });
  } catch (fault) {
    if (fault instanceof GraphQLError) return [fault];
    throw fault;
  }
}

/** The faults of a document and of every operation of it, whatever its variables are. */
export function faultsOf(documents: Documents, text: string): RefusedDocument['faults'] {
  const prepared = documents.prepare(text);
  if ('faults' in prepared) return prepared.faults;
  return prepared.operations.flatMap((operation) => {
    const plan = documents.plan(prepared, operation, {});
    return 'faults' in plan ? plan.faults : [];
  });
}

/** A kept fault holds its text and places, not the whole document. */
function withoutDocument({ message, source, positions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { source, positions });
}

/** Parses; a text whose nesting exhausts the stack (RangeError) is as much too long as one with too many tokens. */
function parseBounded(text: string, tokens: number): DocumentNode | RefusedDocument {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (fault) {
    if (!(fault instanceof GraphQLError) && !(fault instanceof RangeError)) throw fault;
    const tooLong = !(fault instanceof GraphQLError) || fault.message.endsWith('tokens. Parsing aborted.');
    return { faults: [tooLong ? tooComplex('tokens', tokens) : fault] };
  }
}
