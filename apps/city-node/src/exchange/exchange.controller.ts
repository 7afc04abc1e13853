import { Body, Controller, Headers, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Exchange, type SignedAnswer } from '#libs/exchange';
import { Deadline, deadlineHeader, KuashiError, runWithin } from '#libs/kernel';
import { AnyoneMay } from '#libs/platform';

/** Where other nodes speak to this one. Who speaks is proven by the envelope's own signature, not by a token. */
@Controller('exchange')
export class ExchangeController {
  constructor(private readonly exchange: Exchange) {}

  /** A signed message (`application/jwt`) in, a signed receipt out. */
  @AnyoneMay()
  @Post('messages')
  async message(
    @Body() envelope: unknown,
    @Headers(deadlineHeader) deadline: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const received = () => this.exchange.receiveMessage(envelopeOf(envelope));
    await send(reply, await runWithin(Deadline.of(deadline), received));
  }

  /** A signed question in, a signed answer out. */
  @AnyoneMay()
  @Post('questions')
  async question(
    @Body() envelope: unknown,
    @Headers(deadlineHeader) deadline: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const received = () => this.exchange.receiveQuestion(envelopeOf(envelope));
    await send(reply, await runWithin(Deadline.of(deadline), received));
  }
}

function envelopeOf(body: unknown): string {
  if (typeof body !== 'string') throw new KuashiError('MEDIA_TYPE_UNSUPPORTED');
  return body;
}

async function send(reply: FastifyReply, { status, contentType, body }: SignedAnswer): Promise<void> {
  await reply.code(status).type(contentType).send(body);
}
