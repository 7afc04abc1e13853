import { Body, Controller, Post, Res } from '@nestjs/common';
import { AnyoneMay } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { OfferRefused } from './offer-refused.js';
import { OpenOffer } from './open-offer.js';
import type { StandingOffer } from './standing-offers.js';

/** What a node is answered: the parts of the offer it shows to the holder. */
interface OfferAnswer {
  readonly 'pre-authorized_code': string;
  readonly tx_code?: string;
  readonly issuer_state: string;
  readonly expires_in: number;
}

/** Where nodes order credential offers for wallets; the signature of the message is the authentication. */
@Controller('credential-offers')
export class CredentialOffersController {
  constructor(private readonly openOffer: OpenOffer) {}

  @Post()
  @AnyoneMay()
  async open(@Body() message: unknown, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'no-store');
    try {
      const offer = await this.openOffer.open(message);
      void reply.code(201).send(answerOf(offer));
    } catch (fault) {
      if (!(fault instanceof OfferRefused)) throw fault;
      void reply.code(fault.status).send({ error: fault.error, error_description: fault.message });
    }
  }
}

function answerOf({ code, txCode, issuerState, order }: StandingOffer): OfferAnswer {
  return {
    'pre-authorized_code': code,
    ...(txCode === undefined ? {} : { tx_code: txCode }),
    issuer_state: issuerState,
    expires_in: order.lifetime,
  };
}
