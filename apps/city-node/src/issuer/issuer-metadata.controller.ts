import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnyoneMay, knowsEtag } from '#libs/platform';
import { IssuerMetadata } from './issuer-metadata.js';

/** Seconds the metadata may be kept: far less than a new key is announced before it signs. */
const maxAge = 3600;

/** Issuer metadata at the addresses that SD-JWT VC derives from `iss`. */
@Controller('.well-known/jwt-vc-issuer')
export class IssuerMetadataController {
  constructor(private readonly metadata: IssuerMetadata) {}

  /** JWT VC Issuer Metadata of one authority. */
  @AnyoneMay()
  @Get('issuers/:authority')
  async read(
    @Param('authority') authority: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = JSON.stringify(await this.metadata.of(authority));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    void reply.headers({ etag, 'cache-control': `max-age=${maxAge}` });
    if (knowsEtag(request.headers['if-none-match'], etag)) await reply.code(304).send();
    else await reply.type('application/json').send(body);
  }
}
