import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { statusListMediaType } from '#libs/credential';
import { AnyoneMay, knowsEtag } from '#libs/platform';
import { StatusListPublisher } from './status-list-publisher.js';

@Controller('status-lists')
export class StatusListController {
  constructor(private readonly publisher: StatusListPublisher) {}

  /** The status list token of this node's certificates. */
  @AnyoneMay()
  @Get(':list')
  async read(@Param('list') list: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, etag } = await this.publisher.published(list);
    void reply.headers({ etag, 'cache-control': 'max-age=60' });
    if (knowsEtag(request.headers['if-none-match'], etag)) await reply.code(304).send();
    else await reply.type(statusListMediaType).send(token);
  }
}
