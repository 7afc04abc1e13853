import { SignJWT, importJWK, type JWK } from 'jose';
import type { ProgramLog, ReadinessChecks } from '#libs/platform';
import type { NodeContext } from '../node-context/index.js';
import type { AuthorityKey } from './authority-key.entity.js';
import type { IssuerKeys } from './issuer-keys.js';
import { statedIssuers } from './stated-issuers.js';

/** `typ` of the statement. */
const statementTyp = 'kuashi-issuer-statement+jwt';

/** Milliseconds before the next attempt, and the most it grows to. */
const firstPause = 250;
const longestPause = 30_000;

/** Where and as whom the node makes its statement. */
export interface StatementRoute {
  readonly registryUrl: string;
  /** The node's private exchange key: the registry knows its public half from the directory. */
  readonly nodeKey: JWK;
}

/**
 * Tells the registry which authorities this node issues for and by which keys, until the registry has accepted it.
 * Until then the node works, but nobody can verify what it issues: it says so on /readyz.
 */
export class StateIssuers {
  private accepted = false;
  private stopped = false;
  private timer?: NodeJS.Timeout;
  /** One statement after the other: an older one must not overtake a newer one. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly route: StatementRoute,
    private readonly node: NodeContext,
    private readonly keys: IssuerKeys,
    private readonly log: ProgramLog,
    readiness: ReadinessChecks,
  ) {
    readiness.register('issuers', () => (this.accepted ? undefined : 'the registry has not accepted the issuers yet'));
  }

  /** States the keys as they are now. The first attempt is waited for; further ones go on in the background. */
  start(): Promise<void> {
    return this.attemptInTurn(firstPause);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private attemptInTurn(pause: number): Promise<void> {
    this.turn = this.turn.then(() => this.attempt(pause));
    return this.turn;
  }

  private async attempt(pause: number): Promise<void> {
    clearTimeout(this.timer);
    try {
      const keys = this.keys.all();
      await this.send(await this.statement(keys));
      await this.keys.stated(keys.map(({ kid }) => kid));
      this.accepted = true;
    } catch (fault) {
      this.log.warn('issuer statement not accepted', {
        reason: fault instanceof Error ? fault.message : String(fault),
      });
      this.retryAfter(pause);
    }
  }

  private retryAfter(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.attemptInTurn(Math.min(pause * 2, longestPause)), pause);
    this.timer.unref();
  }

  private async send(statement: string): Promise<void> {
    const answer = await fetch(`${this.route.registryUrl}/issuers`, {
      method: 'POST',
      headers: { 'content-type': 'application/jwt' },
      body: statement,
      signal: AbortSignal.timeout(5000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
  }

  private async statement(keys: readonly AuthorityKey[]): Promise<string> {
    const { nodeKey } = this.route;
    return new SignJWT({ issuers: statedIssuers(keys, this.node.url) })
      .setProtectedHeader({ alg: 'ES256', typ: statementTyp, kid: nodeKey.kid })
      .setIssuer(this.node.division)
      .setIssuedAt(this.node.now())
      .sign(await importJWK(nodeKey, 'ES256'));
  }
}
