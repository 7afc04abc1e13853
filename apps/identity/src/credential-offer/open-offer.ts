import type { Clock } from '#libs/kernel';
import type { DirectoryNode } from '#libs/platform';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import type { IssuerDirectory } from '../credential-issuer/index.js';
import { readOrder, type OfferOrder } from './offer-order.js';
import { OfferRefused } from './offer-refused.js';
import type { StandingOffer, StandingOffers } from './standing-offers.js';

/** `typ` of the message a node orders an offer with. */
export const offerTyp = 'kuashi-credential-offer+jwt';

/** Opens a credential offer that a node ordered by a message signed with its exchange key. */
export class OpenOffer {
  constructor(
    private readonly issuerUrl: string,
    private readonly directory: IssuerDirectory,
    private readonly offers: StandingOffers,
    private readonly clock: Clock,
  ) {}

  /** @throws OfferRefused */
  async open(message: unknown): Promise<StandingOffer> {
    if (typeof message !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(message)) {
      throw new OfferRefused('invalid_request', 'the body must be a compact JWS, content type application/jwt');
    }
    const node = await this.#node(unverifiedDivision(message));
    const order = await this.#order(message, node);
    if (order.credential_issuer !== node.url) {
      throw new OfferRefused('invalid_request', `claim credential_issuer must be the address of the node, ${node.url}`);
    }
    if (!this.offers.noteMessage(order)) {
      throw new OfferRefused('invalid_request', 'a message with this jti was taken before');
    }
    return this.offers.open(order);
  }

  async #node(division: string): Promise<DirectoryNode> {
    const node = await this.directory.nodeOf(division).catch(() => {
      throw new OfferRefused('temporarily_unavailable', 'the node directory cannot be had at present; try again');
    });
    if (node === undefined) throw new OfferRefused('invalid_client', 'no node of the directory has this division');
    return node;
  }

  async #order(message: string, node: DirectoryNode): Promise<OfferOrder> {
    const { kid, typ } = headerOf(message);
    if (typ !== offerTyp) throw new OfferRefused('invalid_request', `the header's typ must be ${offerTyp}`);
    const key = node.keys.find((candidate) => candidate.kid === kid && typeof kid === 'string');
    if (key === undefined) throw new OfferRefused('invalid_client', 'the kid is none of the node’s keys');
    const verified = compactVerify(message, await importJWK(key, 'ES256'), { algorithms: ['ES256'] });
    const { payload } = await verified.catch(() => {
      throw new OfferRefused('invalid_client', 'the signature is not by the node’s exchange key, ES256');
    });
    const claims = JSON.parse(Buffer.from(payload).toString('utf8')) as Record<string, unknown>;
    return readOrder(claims, this.issuerUrl, Math.floor(this.clock.now().getTime() / 1000));
  }
}

/** Only to find the key; what is believed is read again from what the key verified. */
function unverifiedDivision(message: string): string {
  try {
    return String(decodeJwt(message).iss);
  } catch {
    throw new OfferRefused('invalid_request', 'the body is not a JWT');
  }
}

function headerOf(message: string): { kid?: unknown; typ?: unknown } {
  try {
    return decodeProtectedHeader(message);
  } catch {
    throw new OfferRefused('invalid_request', 'the body is not a JWT');
  }
}
