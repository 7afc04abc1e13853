import { Module } from '@nestjs/common';
import { Doorbell, KuashiError, streamOf, SystemClock, type Stream } from '#libs/kernel';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { generateKeyPair, SignJWT } from 'jose';
import { CallerAuthentication } from '../access/caller-authentication.js';
import { Admission } from '../graphql-http/admission/admission.js';
import type { AdmissionLimits } from '../graphql-http/admission/admission-limits.js';
import { NodeExecutor, type GraphQLContext } from '../graphql/node-executor.js';
import { putResolvers } from '../graphql/schema-resolvers.js';
import { createHttpProgram, type HttpProgram } from '../program/create-http-program.js';

const contract = `
  type Query { twice(n: Int!): Int me: String }
  type Mutation { add(n: Int!): Int }
  type Subscription { counted(from: Int): Int }
`;

@Module({})
class Counting {}

/** How the program differs. */
interface CountingOptions {
  readonly bodyLimit?: number;
  readonly corsOrigins?: string[];
  /** Of its callers; none unless set. */
  readonly limits?: Partial<AdmissionLimits>;
}

const noLimits: AdmissionLimits = { inFlight: 0, personCalls: 0, clientCalls: 0, addressCalls: 0, newDocuments: 0 };

/** For specs: a program that counts, and tells whoever is signed in of each new count. */
export class CountingProgram {
  private constructor(
    private readonly program: HttpProgram,
    private readonly counter: Counter,
    private readonly sign: (claims: object) => Promise<string>,
    readonly faults: readonly unknown[],
  ) {}

  static async start(options: CountingOptions = {}): Promise<CountingProgram> {
    const { bodyLimit, corsOrigins = [], limits } = options;
    const admission = limits && new Admission({ limits: { ...noLimits, ...limits } });
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const keys = () => publicKey;
    const authentication = new CallerAuthentication({ issuer: 'http://issuer.test', clock: new SystemClock(), keys });
    const settings = { mode: 'production', host: '127.0.0.1', port: 0, logLevel: 'silent', corsOrigins } as const;
    const faults: unknown[] = [];
    const counter = new Counter();
    const graphql = new NodeExecutor(counter.schema(), (fault) => void faults.push(fault));
    const program = await createHttpProgram(Counting, settings, {
      name: 'spec',
      authentication,
      graphql,
      bodyLimit,
      admission,
    });
    const sign = (claims: object): Promise<string> =>
      new SignJWT({ iss: 'http://issuer.test', aud: 'kuashi', client_id: 'c', roles: ['citizen'], ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
        .setIssuedAt()
        .sign(privateKey);
    return new CountingProgram(program, counter, sign, faults);
  }

  get url(): string {
    return `${this.program.url}/graphql`;
  }

  get socketUrl(): string {
    return this.url.replace('http', 'ws');
  }

  /** Subscriptions that are open now. */
  get watchers(): number {
    return this.counter.watchers.size;
  }

  /** The next number, told to all. */
  count(): number {
    return this.counter.count();
  }

  /** From now on nobody may watch. */
  closeToAll(): void {
    this.counter.open = false;
    this.counter.count();
  }

  /** @param life seconds */
  async bearer(subject = 's-1', life = 600): Promise<string> {
    return `Bearer ${await this.sign({ sub: subject, exp: Math.floor(Date.now() / 1000) + life })}`;
  }

  close(): Promise<void> {
    return this.program.close();
  }
}

class Counter {
  readonly watchers = new Set<() => void>();
  open = true;
  private value = 0;

  count(): number {
    this.value += 1;
    for (const wake of this.watchers) wake();
    return this.value;
  }

  schema(): GraphQLSchema {
    const schema = buildSchema(contract);
    putResolvers(schema, {
      Query: {
        twice: (_: unknown, { n }: { n: number }) => 2 * n,
        me: (_: unknown, _args: unknown, { caller }: GraphQLContext) => caller.subject,
      },
      Mutation: { add: (_: unknown, { n }: { n: number }) => (this.value += n) },
      Subscription: {
        counted: {
          subscribe: (_: unknown, _args: unknown, { caller }: GraphQLContext) => this.watch(caller.signedIn),
          resolve: (value: number) => value,
        },
      },
    });
    return schema;
  }

  /** The present value at once, then the latest after each change. */
  private watch(signedIn: boolean): Stream<number> {
    if (!signedIn) throw new KuashiError('UNAUTHENTICATED');
    return streamOf((ended) => this.values(ended));
  }

  private async *values(ended: AbortSignal): AsyncGenerator<number, void, undefined> {
    const bell = new Doorbell(ended, { rung: true });
    this.watchers.add(bell.ring);
    try {
      while (await bell.heard()) {
        if (!this.open) throw new KuashiError('FORBIDDEN');
        yield this.value;
      }
    } finally {
      this.watchers.delete(bell.ring);
    }
  }
}

/** Resolves when a condition holds; it is looked at again and again. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
