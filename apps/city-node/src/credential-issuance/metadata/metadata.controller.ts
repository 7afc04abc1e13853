import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IgnoresTokens, knowsEtag } from '#libs/platform';
import { PublishMetadata } from './publish-metadata.js';

/** Where wallets read what this node issues. */
@Controller('.well-known/openid-credential-issuer')
export class IssuerMetadataController {
  constructor(private readonly metadata: PublishMetadata) {}

  /** The metadata, signed for those who ask for `application/jwt`. */
  @IgnoresTokens()
  @Get()
  async read(@Req() { headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const signed = prefersJwt(headers.accept);
    const { text, compressed, etag } = await (signed ? this.metadata.asJwt() : this.metadata.asJson());
    void reply.headers({ etag, 'cache-control': 'public, max-age=300', vary: 'accept, accept-encoding' });
    if (knowsEtag(headers['if-none-match'], etag)) return reply.code(304).send();
    const zipped = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
    if (zipped) void reply.header('content-encoding', 'gzip');
    await reply.type(signed ? 'application/jwt' : 'application/json').send(zipped ? compressed : Buffer.from(text));
  }
}

/** Whether a caller would rather have `application/jwt` than JSON: by weight, then by place; whoever says nothing gets JSON. */
export function prefersJwt(accept = ''): boolean {
  const wanted = accept
    .toLowerCase()
    .split(',')
    .map((range) => ({ type: range.split(';')[0]?.trim(), weight: Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1) }))
    .filter(({ type, weight }) => weight > 0 && (type === 'application/jwt' || type === 'application/json'))
    .sort((one, other) => other.weight - one.weight);
  return wanted[0]?.type === 'application/jwt';
}
