import { randomUUID } from 'node:crypto';
import type { Answer, World } from '#libs/testing';
import { until } from './until.js';

/** The three cities of the seeds. */
export const cities = ['430100', '430200', '430300'] as const;

/** A page over the three cities. */
export interface Page {
  readonly myCertificates: {
    readonly totalCount: number;
    readonly unavailableCities: readonly string[];
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}

/** A merge over the three cities, and how long its caller waited. */
export interface Merge {
  readonly answer: Answer<Page>;
  readonly milliseconds: number;
}

/** A certificate, and the persona who may read it. */
interface Held {
  readonly id: string;
  readonly as: string;
}

const page = `query ($cities: [DivisionCode!]) {
  myCertificates(cities: $cities, first: 100) { totalCount unavailableCities edges { node { id } } }
}`;
const certificate = 'query ($id: ID!) { certificate(id: $id) { id status } }';
const filing = 'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }';
const scan = { name: 'scan.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 };
const materials = ['identity', 'household-register', 'application-form'].map((requirement) => ({
  requirement,
  document: scan,
}));

/** Somebody of Changsha who also holds a certificate of Zhuzhou, and somebody of Xiangtan. */
const [citizen, neighbour] = ['cs-citizen-1', 'xt-citizen-1'];

/** Who asks the gateway for what, while the node of Zhuzhou fails. */
export class Callers {
  private constructor(
    private readonly world: World,
    private readonly there: Held,
    private readonly elsewhere: readonly Held[],
    /** The page while all is well. */
    readonly whole: Page,
  ) {}

  /** Finds out what there is to read, once every program is warm. */
  static async of(world: World): Promise<Callers> {
    const ask = (as: string) => world.ask<Page>(page, { cities }, { as, language: 'en' });
    for (const as of [citizen, neighbour]) await until(async () => (await ask(as)).errors.length === 0);
    const held = async (as: string, city: string): Promise<Held> => {
      const { myCertificates } = await world.data<Page>(page, { cities: [city] }, { as });
      return { id: myCertificates.edges[0]?.node.id ?? '', as };
    };
    const [changsha, zhuzhou, xiangtan] = cities;
    const elsewhere = [await held(citizen, changsha), await held(neighbour, xiangtan)];
    const whole = await world.data<Page>(page, { cities }, { as: citizen });
    return new Callers(world, await held(citizen, zhuzhou), elsewhere, whole);
  }

  /** A page of all three cities. */
  async merge(): Promise<Merge> {
    const began = performance.now();
    const answer = await this.world.ask<Page>(page, { cities }, { as: citizen, language: 'en' });
    return { answer, milliseconds: performance.now() - began };
  }

  /** So many of them at the same time. */
  merges(count: number): Promise<Merge[]> {
    return Promise.all(Array.from({ length: count }, () => this.merge()));
  }

  /** A read that the failing node owns. */
  readThere(): Promise<Answer<Record<string, unknown>>> {
    return this.world.ask(certificate, { id: this.there.id }, { as: this.there.as });
  }

  /** So many reads that the other two own, by turns, each of which must succeed. */
  async readElsewhere(count: number): Promise<void> {
    const held = Array.from({ length: count }, (_, n) => this.elsewhere[n % this.elsewhere.length] as Held);
    await Promise.all(held.map(({ id, as }) => this.world.data(certificate, { id }, { as })));
  }

  /** A new filing at the failing node. */
  file(): Promise<Answer<{ submitApplication: { id: string } | null }>> {
    const input = {
      ...{ item: 'pension-transfer-resident', division: '430200', applicantName: '申请人' },
      ...{ idempotencyKey: randomUUID(), materials },
    };
    return this.world.ask(filing, { input }, { as: citizen });
  }

  /** Whether a filing is there. */
  async hasFiled(id: string): Promise<boolean> {
    const query = 'query ($id: ID!) { application(id: $id) { id } }';
    return (await this.world.data<{ application: unknown }>(query, { id }, { as: citizen })).application !== null;
  }
}
