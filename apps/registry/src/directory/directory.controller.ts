import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnyoneMay } from '#libs/platform';
import { sendPublished } from '../reference/index.js';
import { PublishedDirectory } from './published-directory.js';

@Controller('directory')
export class DirectoryController {
  constructor(private readonly directory: PublishedDirectory) {}

  /** The signed node directory (compact JWS, typ `kuashi-directory+jwt`). */
  @AnyoneMay()
  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPublished(request, reply, await this.directory.current());
  }
}
