import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IgnoresTokens } from '#libs/platform';
import { endpointPaths } from '../issuer-options.js';
import { FindOffer } from './find-offer.js';

/** Where wallets fetch offers. Whoever knows the address may: it is the secret in the QR code. */
@Controller(endpointPaths.offers)
export class CredentialOfferController {
  constructor(private readonly offers: FindOffer) {}

  @IgnoresTokens()
  @Get(':id')
  async read(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const content = await this.offers.execute(id);
    await reply.header('cache-control', 'no-store').type('application/json').send(JSON.stringify(content));
  }
}
