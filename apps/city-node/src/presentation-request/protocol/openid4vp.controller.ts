import { Controller, Get, HttpCode, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IgnoresTokens, UnreadableBodyIs } from '#libs/platform';
import { limits } from '../rules/limits.js';
import { ServeRequest, type WalletFacts } from '../use-case/serve-request.js';
import { type AnswerAccepted, TakeAnswer } from '../use-case/take-answer.js';
import { type PostedBody, readForm, readObject } from './read-form.js';
import { WalletFault } from './wallet-fault.js';
import { WalletFaultFilter } from './wallet-fault.filter.js';

/** What is never to lie in a cache. */
const uncached = { 'cache-control': 'no-store' };

/** Where wallets speak to this node (OpenID4VP 1.0). No token: the request's own secrets say who may answer it. */
@Controller('openid4vp')
@UseFilters(WalletFaultFilter)
export class Openid4vpController {
  constructor(
    private readonly serve: ServeRequest,
    private readonly take: TakeAnswer,
  ) {}

  /** The signed request object. */
  @IgnoresTokens()
  @Get('requests/:id')
  async fetch(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.serve.execute(id, {}));
  }

  /** The same for a wallet that says what it can, or wants its own nonce in it. */
  @IgnoresTokens()
  @UnreadableBodyIs('invalid_request')
  @HttpCode(200)
  @Post('requests/:id')
  async post(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.serve.execute(id, readWallet(request)));
  }

  /** The answer (`direct_post`, `direct_post.jwt`). */
  @IgnoresTokens()
  @UnreadableBodyIs('invalid_request')
  @HttpCode(200)
  @Post('responses/:id')
  async answer(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerAccepted> {
    void reply.headers(uncached);
    return this.take.execute(id, readForm(bodyOf(request), limits.answer));
  }
}

const bodyOf = ({ headers, body }: FastifyRequest): PostedBody => ({ contentType: headers['content-type'], body });

async function send(reply: FastifyReply, jwt: string): Promise<void> {
  await reply.headers(uncached).type('application/oauth-authz-req+jwt').send(jwt);
}

/** A POST may be empty: the wallet has nothing to say then. @throws WalletFault */
function readWallet(request: FastifyRequest): WalletFacts {
  const form = readForm(bodyOf(request), limits.fetch);
  const [nonce, metadata] = [form.get('wallet_nonce'), form.get('wallet_metadata')];
  if (nonce !== undefined && (nonce === '' || nonce.length > limits.walletNonce)) {
    throw new WalletFault('invalid_request', `wallet_nonce must have 1 to ${limits.walletNonce} characters`);
  }
  return {
    ...(nonce !== undefined && { nonce }),
    ...(metadata !== undefined && { metadata: readObject(metadata, 'wallet_metadata') }),
  };
}
