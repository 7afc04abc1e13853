import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

/** An entry of `errors` in a GraphQL answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A GraphQL answer as it came over HTTP. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

/** Somebody one can act as, as `/sandbox/personas` tells it. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly accessToken: string;
  /** Window of a window clerk. */
  readonly window?: string;
  /** Synthetic number a clerk would read from the card. */
  readonly holderIdNumber?: string;
}

/** How a request is made. */
export interface AskOptions {
  /** Persona whose access token is sent; nobody's when absent. */
  readonly as?: string;
  /** A token sent as it is, instead of a persona's. */
  readonly token?: string;
  /** Accept-Language. */
  readonly language?: string;
}

/** A running sandbox, as a client sees it. */
export class World {
  private people: Map<string, Persona> | undefined;

  constructor(
    /** `http://127.0.0.1:<port>` of the gateway. */
    readonly gateway: string,
    /** Addresses by name: `identity`, `registry`, `node-430100` … */
    readonly programs: Readonly<Record<string, string>>,
    /** The folder with keys and databases of every program. */
    readonly stateDirectory: string,
    private readonly sandbox: ChildProcess,
    private processes: Readonly<Record<string, number>> = {},
  ) {
    sandbox.on('message', (told) => {
      this.processes = (told as { processes: Record<string, number> }).processes;
    });
  }

  /** Posts a GraphQL document to the gateway. */
  async ask<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    options: AskOptions = {},
  ): Promise<Answer<Data>> {
    const token = options.token ?? (options.as ? await this.tokenOf(options.as) : undefined);
    const response = await fetch(`${this.gateway}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(options.language ? { 'accept-language': options.language } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: AnswerError[] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** As {@link ask}, for a request that must succeed: errors fail the test with their text. */
  async data<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    options: AskOptions = {},
  ): Promise<Data> {
    const answer = await this.ask<Data>(query, variables, options);
    if (answer.errors.length > 0 || answer.data === null) {
      throw new Error(`the request failed (${answer.status}): ${JSON.stringify(answer.errors, null, 2)}`);
    }
    return answer.data;
  }

  /** A synthetic person or member of staff. */
  async persona(id: string): Promise<Persona> {
    this.people ??= await this.readPersonas();
    const persona = this.people.get(id);
    if (!persona) throw new Error(`no persona ${id}; there are ${[...this.people.keys()].slice(0, 20).join(', ')} …`);
    return persona;
  }

  /** A ready access token of a persona. */
  async tokenOf(persona: string): Promise<string> {
    return (await this.persona(persona)).accessToken;
  }

  /** Stops the node of a city, as an outage would. */
  async takeDown(city: string): Promise<void> {
    await this.control('POST', { city, fault: 'down' });
  }

  /** Starts every stopped node again. */
  async bringBack(): Promise<void> {
    await this.control('DELETE');
  }

  /** The process of a program at the moment. @throws Error when the world was not made with `processes`, or it is down */
  processOf(program: string): number {
    const id = this.processes[program];
    if (id === undefined) throw new Error(`${program} has no process of its own`);
    return id;
  }

  /** The programs that have a process of their own at the moment. */
  get ownProcesses(): readonly string[] {
    return Object.keys(this.processes);
  }

  /** Signals a program: SIGSTOP halts it, SIGCONT lets it go on, SIGKILL ends it without a word. */
  signal(program: string, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL' | 'SIGTERM'): void {
    process.kill(this.processOf(program), signal);
  }

  /** Ends the sandbox and removes its state. */
  async close(): Promise<void> {
    await new Promise<void>((ended) => {
      if (this.sandbox.exitCode !== null) return ended();
      this.sandbox.removeAllListeners('exit');
      this.sandbox.once('exit', () => ended());
      this.sandbox.kill('SIGTERM');
    });
    rmSync(this.stateDirectory, { recursive: true, force: true });
  }

  private async control(method: 'POST' | 'DELETE', body?: object): Promise<void> {
    const response = await fetch(`${this.gateway}/sandbox/faults`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`/sandbox/faults answered ${response.status}: ${await response.text()}`);
  }

  private async readPersonas(): Promise<Map<string, Persona>> {
    const response = await fetch(`${this.gateway}/sandbox/personas`);
    const { personas } = (await response.json()) as { personas: Persona[] };
    return new Map(personas.map((persona) => [persona.id, persona]));
  }
}
