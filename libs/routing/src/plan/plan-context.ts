import { type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { KuashiError } from '#libs/kernel';
import { type Contract, type Source } from '../contract/contract.js';
import { ownerOfType } from '../contract/lint-pair.js';
import { type RoutingLimits } from '../limits.js';
import { type Fragments } from './collect.js';
import { type Marks } from './marks.js';
import { type HopPlan } from './plan.js';

/** What the engine knows before any document: contracts, the public schema, limits. */
export interface PlanningGround {
  readonly registry: Contract;
  readonly node: Contract;
  readonly publicSchema: GraphQLSchema;
  readonly marks: Marks;
  readonly limits: RoutingLimits;
  /** whether callers may ask about the schema */
  readonly introspection: boolean;
  /** whether refusals guess at names */
  readonly suggestions: boolean;
}

/** One planning: the document at hand, and what the plan has gathered so far. */
export class PlanContext {
  private readonly hops: (HopPlan | undefined)[] = [];
  private fields = 0;
  private marked = 0;

  constructor(
    readonly ground: PlanningGround,
    readonly operation: OperationDefinitionNode,
    readonly fragments: Fragments,
  ) {}

  contract(source: Source): Contract {
    return source === 'registry' ? this.ground.registry : this.ground.node;
  }

  /** The contract of whoever owns objects of the type. */
  ownerOf(typeName: string): Contract {
    return ownerOfType(typeName, this.ground.registry, this.ground.node);
  }

  /** Counts one planned field. @throws KuashiError QUERY_TOO_COMPLEX above the limit. */
  readonly countField = (): void => {
    this.fields += 1;
    if (this.fields > this.ground.limits.plannedFields)
      throw tooComplex('plannedFields', this.ground.limits.plannedFields);
  };

  /** A number for a mark that occurs once in a plan. */
  nextMark(): number {
    return (this.marked += 1);
  }

  /** Adds a hop; its number is known before its document is made. */
  addHop(level: number, make: (index: number) => Omit<HopPlan, 'index' | 'level'>): number {
    const { hopLevels } = this.ground.limits;
    if (level > hopLevels) throw tooComplex('hopLevels', hopLevels);
    const index = this.hops.length;
    this.hops.push(undefined);
    this.hops[index] = { ...make(index), index, level };
    return index;
  }

  get plannedHops(): readonly HopPlan[] {
    return this.hops.filter((hop) => hop !== undefined);
  }
}

/** The refusal of a document that exceeds a limit: QUERY_TOO_COMPLEX. */
export function tooComplex(what: string, limit: number): KuashiError {
  return new KuashiError('QUERY_TOO_COMPLEX', { field: 'query', params: { reason: `limit-${what}`, limit } });
}
