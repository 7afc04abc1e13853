import { hash } from 'node:crypto';

/** An SD-JWT VC as a wallet holds it: with all its disclosures, read without any help of the product. */
export class HeldCredential {
  readonly issuerJwt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Encoded disclosures of top-level claims, by name. */
  private readonly disclosures: ReadonlyMap<string, string>;

  constructor(credential: string) {
    const [issuerJwt = '', ...rest] = credential.split('~');
    this.issuerJwt = issuerJwt;
    this.payload = JSON.parse(decode(issuerJwt.split('.')[1] ?? '')) as Record<string, unknown>;
    this.disclosures = new Map(
      rest
        .filter((part) => part !== '')
        .map((encoded) => [(JSON.parse(decode(encoded)) as [string, string])[1], encoded]),
    );
  }

  get vct(): string {
    return String(this.payload['vct']);
  }

  /** Whether it can show a claim, hidden or not. */
  has(claim: string): boolean {
    return this.disclosures.has(claim) || Object.hasOwn(this.payload, claim);
  }

  /** The credential with the disclosures of these claims and no others, up to and with the last `~`. */
  show(claims: readonly string[]): string {
    const shown = claims.flatMap((claim) => this.disclosures.get(claim) ?? []);
    return `${[this.issuerJwt, ...shown].join('~')}~`;
  }

  /** The names of everything it can disclose. */
  get names(): readonly string[] {
    return [...this.disclosures.keys()];
  }
}

/** `sd_hash` of a presentation (RFC 9901 §4.3). */
export const sdHashOf = (presented: string): string => hash('sha256', presented, 'base64url');

const decode = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');
