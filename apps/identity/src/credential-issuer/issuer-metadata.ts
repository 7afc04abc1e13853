import { KuashiError, type Clock } from '#libs/kernel';
import { configurationsOf, type CredentialConfiguration } from './credential-configuration.js';

/** Milliseconds what an issuer published is used before it is read again. */
const freshMs = 30_000;
const patienceMs = 3000;

interface Reading {
  readonly at: number;
  readonly configurations: Promise<readonly CredentialConfiguration[]>;
}

/** What credential issuers publish about themselves, read when first asked for. */
export class IssuerMetadata {
  readonly #readings = new Map<string, Reading>();

  constructor(
    private readonly clock: Clock,
    private readonly fetchFrom: typeof fetch = fetch,
  ) {}

  /** The issuer's credential configurations. @throws KuashiError NODE_UNREACHABLE, NODE_ANSWER_INVALID */
  configurations(issuer: string): Promise<readonly CredentialConfiguration[]> {
    const now = this.clock.now().getTime();
    const before = this.#readings.get(issuer);
    if (before !== undefined && Math.abs(now - before.at) < freshMs) return before.configurations;
    const configurations = this.#read(issuer).catch((fault: unknown) => {
      this.#readings.delete(issuer);
      if (before === undefined) throw fault;
      return before.configurations;
    });
    this.#readings.set(issuer, { at: now, configurations });
    return configurations;
  }

  async #read(issuer: string): Promise<readonly CredentialConfiguration[]> {
    const metadata = await this.#fetch(wellKnown(issuer));
    const configurations = configurationsOf(metadata, issuer);
    if (configurations !== undefined) return configurations;
    const reason = 'not the metadata of this credential issuer';
    throw new KuashiError('NODE_ANSWER_INVALID', { params: { node: issuer, reason } });
  }

  async #fetch(url: string): Promise<unknown> {
    try {
      const headers = { accept: 'application/json' };
      const answer = await this.fetchFrom(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      return await answer.json();
    } catch (cause) {
      throw new KuashiError('NODE_UNREACHABLE', { params: { node: url }, cause });
    }
  }
}

/** The well-known part stands between host and path (OpenID4VCI 1.0, section 12.2.2). */
function wellKnown(issuer: string): string {
  const { origin, pathname } = new URL(issuer);
  return `${origin}/.well-known/openid-credential-issuer${pathname === '/' ? '' : pathname}`;
}
