import { randomBytes } from 'node:crypto';
import { type GraphQLSchema } from 'graphql';
import { KuashiError, type Language, type Stream } from '#libs/kernel';
import { NodeClients } from './call/node-clients.js';
import { PublicAnswers } from './call/public-answers.js';
import { composePublicSchema } from './contract/compose.js';
import { Contract } from './contract/contract.js';
import { lintContracts } from './contract/lint-pair.js';
import { Owners, type RoutingDirectory } from './directory.js';
import { type RequestGround } from './execute/asking.js';
import { ForwardedHeaders, type Forwarded } from './execute/forwarded-headers.js';
import { RouteReport } from './execute/route-report.js';
import { runPlan, type PlanGround } from './execute/run-plan.js';
import { defaultLimits, type RoutingLimits } from './limits.js';
import { type LocalResolvers } from './local/answer-locally.js';
import { localResolvers } from './local/local-resolvers.js';
import { localSchema } from './local/local-schema.js';
import { Documents, faultsOf } from './plan/documents.js';
import { type Variables } from './plan/key-source.js';
import { Marks } from './plan/marks.js';
import { type PlanningGround } from './plan/plan-context.js';
import { planRequest, type PlannedRequest, type Wanted } from './plan/planned-request.js';
import { describeRefusal, knownFault, RequestRefused } from './refuse.js';
import { NodeStreams } from './subscribe/node-streams.js';
import { runSubscription } from './subscribe/run-subscription.js';

/** A GraphQL request, its parameters checked for shape only. */
export interface RoutedRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  /** what the nodes get to see of it */
  readonly forwarded?: Forwarded;
  /** whether the answer's `extensions.routing` shall say what was asked of whom, how long it took, and what was kept */
  readonly report?: boolean;
  /** in which the gateway's own errors and names are said; simplified Chinese when absent */
  readonly language?: Language;
  /** `GET` may only query */
  readonly method?: 'GET' | 'POST';
  /** called before work is done for a document that is not known yet; what it throws ends the request */
  readonly admitDocument?: () => void;
}

/** An answer as JSON in pieces, `errors` first. */
export interface RoutedAnswer {
  readonly body: readonly Uint8Array[];
  /** nothing was executed: the document or its variables were refused */
  readonly refused: boolean;
  /** only where it is neither 200 nor the 400 of a refused request */
  readonly status?: number;
  /** headers that belong to the status */
  readonly headers?: Readonly<Record<string, string>>;
  /** seconds for which anybody may keep it; absent when it is the caller's own, or not whole */
  readonly maxAge?: number;
}

/** The answers of a subscription, begun when the first is asked for; a refused one is the last. */
export type RoutedStream = Stream<RoutedAnswer>;

/** What an engine is made of. */
export interface RoutingOptions {
  /** the texts of the emitted contracts */
  readonly contracts: { readonly registry: string; readonly node: string };
  /** asked for every request, so that a new version takes effect at once */
  readonly directory: () => RoutingDirectory;
  readonly limits?: Partial<RoutingLimits>;
  /** names like “Did you mean …” in refusals; off in production */
  readonly suggestions?: boolean;
  /** whether callers may ask about the schema (`__schema`, `__type`); unless set, they may */
  readonly introspection?: boolean;
  /** milliseconds of a clock that never runs back */
  readonly now?: () => number;
}

/**
 * The partition-routing engine: every city's node serves the same schema over different data, and each root field goes
 * to the node that its key names, to every node, or to the registry. Holds no data and knows no type by name.
 */
export class RoutingEngine {
  /** what callers see */
  readonly schema: GraphQLSchema;
  private readonly documents: Documents;
  private readonly clients: NodeClients;
  private readonly answers: PublicAnswers;
  private readonly streams: NodeStreams;
  private readonly limits: RoutingLimits;
  private readonly ground: PlanningGround;
  private owners: Owners | undefined;

  /** @throws Error that lists every fault of the contracts. */
  constructor(private readonly options: RoutingOptions) {
    this.limits = { ...defaultLimits, ...options.limits };
    const registry = Contract.read('registry', options.contracts.registry);
    const node = Contract.read('node', options.contracts.node);
    const faults = lintContracts(registry, node);
    if (faults.length > 0) throw new Error(`The contracts cannot be routed:\n${faults.join('\n')}`);
    this.schema = composePublicSchema(registry, node, localSchema);
    const marks = new Marks(randomBytes(6).toString('hex'));
    const { introspection = true } = options;
    const suggestions = this.suggests;
    this.ground = { registry, node, publicSchema: this.schema, marks, limits: this.limits, introspection, suggestions };
    this.documents = new Documents(this.ground);
    const now = options.now ?? (() => performance.now());
    this.clients = new NodeClients(this.limits, now);
    this.answers = new PublicAnswers(this.limits, now);
    this.streams = new NodeStreams(this.limits);
  }

  /** Answers a request. Rejects only for a fault of the engine itself, and with what `admitDocument` throws. */
  async execute(request: RoutedRequest): Promise<RoutedAnswer> {
    try {
      const { plan, variables } = this.planServed(request);
      const { body, whole } = await runPlan(this.groundOf(request, variables), plan);
      return { body, refused: false, status: undefined, maxAge: whole ? plan.maxAge : undefined };
    } catch (error) {
      return this.refused(error, request);
    }
  }

  /** As `execute`; a subscription becomes a stream of answers, from the node that owns its key. */
  async subscribe(request: RoutedRequest): Promise<RoutedAnswer | RoutedStream> {
    try {
      const { plan, variables } = this.plan(request);
      if (plan.operation !== 'subscription') return await this.execute(request);
      const ground = (): PlanGround => this.groundOf(request, variables);
      return runSubscription(plan, { streams: this.streams, ground });
    } catch (error) {
      return this.refused(error, request);
    }
  }

  /** What is wrong with a document, in words; nothing when it may run. It is known from then on. */
  faultsOf(query: string): readonly string[] {
    return faultsOf(this.documents, query).map((fault) => knownFault(fault, true).message);
  }

  /** Ends all connections to nodes. */
  async close(): Promise<void> {
    await Promise.all([this.clients.close(), this.streams.close()]);
  }

  /** What a plan runs on, by the directory of this very moment. */
  private groundOf(request: RoutedRequest, variables: Variables): PlanGround {
    const language = languageOf(request);
    const [{ limits, clients, answers }, owners] = [this, this.ownersNow()];
    const headers = new ForwardedHeaders(request.forwarded ?? {}, language);
    const report = request.report ? new RouteReport() : undefined;
    const ground = { clients, answers, limits, owners, variables, language, headers, report };
    const resolvers = (): LocalResolvers => this.resolversOf(ground, request);
    return { request: ground, marks: this.ground.marks, schema: this.schema, resolvers };
  }

  private resolversOf({ owners, clients, language }: RequestGround, { admitDocument }: RoutedRequest): LocalResolvers {
    const plan = (wanted: Wanted): PlannedRequest => this.plan({ ...wanted, admitDocument });
    return localResolvers({ owners, clients, language, plan, suggestions: this.suggests });
  }

  private refused(error: unknown, request: RoutedRequest): RoutedAnswer {
    if (!(error instanceof RequestRefused)) throw error;
    const errors = describeRefusal(error, languageOf(request), this.suggests);
    const headers = error.status === 405 ? { allow: 'POST' } : undefined;
    return { body: [Buffer.from(JSON.stringify({ errors }))], refused: true, status: error.status, headers };
  }

  private get suggests(): boolean {
    return this.options.suggestions ?? true;
  }

  private plan(wanted: Wanted): PlannedRequest {
    return planRequest(this.ground, this.documents, wanted);
  }

  private planServed(request: RoutedRequest): PlannedRequest {
    const planned = this.plan(request);
    const { operation } = planned.plan;
    if (operation === 'subscription') {
      throw new RequestRefused([new KuashiError('QUERY_INVALID', { params: { reason: 'no-subscriptions' } })]);
    }
    if (operation === 'mutation' && request.method === 'GET') {
      throw new RequestRefused([new KuashiError('METHOD_NOT_ALLOWED', { params: { found: 'GET' } })], 405);
    }
    return planned;
  }

  private ownersNow(): Owners {
    const directory = this.options.directory();
    if (this.owners?.directory === directory) return this.owners;
    this.owners = new Owners(directory);
    this.answers.forget();
    this.clients.keep(new Set([directory.registry.url, ...directory.nodes.map(({ url }) => url)]));
    return this.owners;
  }
}

function languageOf({ language }: RoutedRequest): Language {
  return language ?? 'zh-Hans';
}
