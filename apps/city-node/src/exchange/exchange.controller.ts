import { Body, Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Exchange, type SignedAnswer } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import { AnyoneMay } from '#libs/platform';

/** Where other nodes speak to this one. Who speaks is proven by the envelope's own signature, not by a token. */
@Controller('exchange')
export class ExchangeController {
  constructor(private readonly exchange: Exchange) {}

  /** A signed message (`application/jwt`) in, a signed receipt out. */
  @AnyoneMay()
  @Post('messages')
  async message(@Body() envelope: unknown, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.exchange.receiveMessage(envelopeOf(envelope)));
  }

  /** A signed question in, a signed answer out. */
  @AnyoneMay()
  @Post('questions')
  async question(@Body() envelope: unknown, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.exchange.receiveQuestion(envelopeOf(envelope)));
  }
}

function envelopeOf(body: unknown): string {
  if (typeof body !== 'string') throw new KuashiError('MEDIA_TYPE_UNSUPPORTED');
  return body;
}

async function send(reply: FastifyReply, { status, contentType, body }: SignedAnswer): Promise<void> {
  await reply.code(status).type(contentType).send(body);
}
