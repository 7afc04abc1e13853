import { X509Certificate } from 'node:crypto';
import { thumbprint } from '#libs/credential';
import { KuashiError } from '#libs/kernel';

/** The X.509 chains of this node's keys: asked of the registry when first needed, and kept. */
export class X509Chains {
  private readonly known = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly registryUrl: string) {}

  /**
   * The chain of a key as `x5c` (base64 DER, leaf first, the province's root left out).
   * @throws NODE_UNREACHABLE, also while the registry has not accepted the key yet; NODE_ANSWER_INVALID
   */
  of(kid: string): Promise<readonly string[]> {
    const known = this.known.get(kid);
    if (known) return known;
    const asked = this.ask(kid);
    this.known.set(kid, asked);
    asked.catch(() => this.known.delete(kid));
    return asked;
  }

  private async ask(kid: string): Promise<readonly string[]> {
    const { x5c } = await this.fetch(`${this.registryUrl}/x509/${encodeURIComponent(kid)}`);
    const [leaf] = Array.isArray(x5c) ? (x5c as unknown[]) : [];
    if (typeof leaf !== 'string' || kidOf(leaf) !== kid) {
      throw new KuashiError('NODE_ANSWER_INVALID', {
        params: { node: this.registryUrl, reason: 'x5c of another key' },
      });
    }
    return x5c as readonly string[];
  }

  private async fetch(url: string): Promise<{ x5c?: unknown }> {
    try {
      const headers = { accept: 'application/json' };
      const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(5000) });
      const text = await answer.text();
      if (answer.ok) return JSON.parse(text) as { x5c?: unknown };
      throw new Error(`${answer.status}`);
    } catch (cause) {
      throw new KuashiError('NODE_UNREACHABLE', { params: { node: this.registryUrl }, cause });
    }
  }
}

/** The thumbprint of a certificate's key; undefined for what is no certificate of such a key. */
function kidOf(der: string): string | undefined {
  try {
    return thumbprint(new X509Certificate(Buffer.from(der, 'base64')).publicKey.export({ format: 'jwk' }));
  } catch {
    return undefined;
  }
}
