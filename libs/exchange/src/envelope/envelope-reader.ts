import { jwtVerify } from 'jose';
import { type Clock, type DivisionCode, KuashiError } from '#libs/kernel';
import type { DirectoryNode, ExchangeDirectory } from '../directory.js';
import { envelopeAlgorithm, type EnvelopeTyp } from './envelope-typ.js';
import { NodeKeys } from './node-keys.js';
import { invalidEnvelope, takeApart } from './strict-jws.js';

/** Seconds that the clocks of two nodes may differ. */
export const clockTolerance = 60;

/** Seconds after which an envelope is too old. Each attempt to deliver signs anew, so this is not how long a node may be down. */
export const maximumAge = 300;

/** An envelope that its sender has signed for this node. */
export interface Envelope {
  readonly sender: DivisionCode;
  readonly id: string;
  /** All claims, as signed. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Opens envelopes addressed to this node. */
export class EnvelopeReader {
  private readonly keys = new NodeKeys();

  constructor(
    private readonly self: DivisionCode,
    private readonly directory: ExchangeDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks form, sender, signature, addressee and age, in this order.
   * @throws KuashiError SENDER_UNKNOWN when the directory has no such node or the node has no such key;
   * ENVELOPE_INVALID for everything else, with the reason
   */
  async open(jws: string, typ: EnvelopeTyp): Promise<Envelope> {
    const { kid, claims } = takeApart(jws, typ);
    const sender = this.senderOf(claims.iss);
    const key = await this.keys.find(sender, kid);
    if (!key) throw unknownSender(sender.division);
    if (typeof claims.jti !== 'string' || claims.jti === '' || claims.jti.length > 128) throw invalidEnvelope('jti');
    // A list of addressees is refused although jose would accept it: an envelope is for one node.
    if (claims.aud !== this.self) throw invalidEnvelope('aud');
    await jwtVerify(jws, key, {
      algorithms: [envelopeAlgorithm],
      typ,
      issuer: sender.division,
      audience: this.self,
      maxTokenAge: maximumAge,
      clockTolerance,
      currentDate: this.clock.now(),
    }).catch((error: unknown) => {
      throw invalidEnvelope(reasonOf(error), error);
    });
    return { sender: sender.division as DivisionCode, id: claims.jti, claims };
  }

  private senderOf(issuer: unknown): DirectoryNode {
    if (typeof issuer !== 'string') throw invalidEnvelope('iss');
    const node = this.directory.nodeOf(issuer);
    // The directory also answers for counties, but only the node itself signs.
    if (node?.division !== issuer) throw unknownSender(issuer);
    return node;
  }
}

function unknownSender(sender: string): KuashiError {
  return new KuashiError('SENDER_UNKNOWN', { params: { sender: sender.slice(0, 32) } });
}

/** jose names the claim at fault, or the kind of failure. */
function reasonOf(error: unknown): string {
  const { claim, code } = error as { claim?: unknown; code?: unknown };
  return typeof claim === 'string' ? claim : typeof code === 'string' ? code : 'signature';
}
