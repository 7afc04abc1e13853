import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IntegralDocument } from '#libs/credential';
import { AnyoneMay, knowsEtag } from '#libs/platform';
import { DescribeType } from './describe-type.js';

/** What stands at the `vct` of a credential. Anybody may read it, from any origin: it names nobody. */
@Controller('certificate-types')
export class TypeMetadataController {
  constructor(private readonly describe: DescribeType) {}

  /** Type metadata (SD-JWT VC §6). */
  @AnyoneMay()
  @Get(':key')
  async metadata(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await send(request, reply, this.describe.metadata(key), 'application/json');
  }

  /** JSON Schema of the type's claims. */
  @AnyoneMay()
  @Get(':key/schema')
  async schema(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await send(request, reply, this.describe.schema(key), 'application/schema+json');
  }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, integrity }: IntegralDocument,
  mediaType: string,
): FastifyReply {
  const etag = `"${integrity}"`;
  void reply.headers({ etag, 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' });
  if (knowsEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(mediaType).send(text);
}
