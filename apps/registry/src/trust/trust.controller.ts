import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KuashiError } from '#libs/kernel';
import { AnyoneMay } from '#libs/platform';
import { sendPublished } from '../reference/index.js';
import { AcceptStatement } from './accept-statement.js';
import { PublishedTrustList } from './published-trust-list.js';

/** Statements in, the signed list out. Who speaks is proven by the statement's own signature, not by a token. */
@Controller()
export class TrustController {
  constructor(
    private readonly acceptStatement: AcceptStatement,
    private readonly trustList: PublishedTrustList,
  ) {}

  /** A node's issuer statement (`application/jwt`, typ `kuashi-issuer-statement+jwt`). */
  @AnyoneMay()
  @Post('issuers')
  @HttpCode(200)
  state(@Body() statement: unknown): Promise<{ version: number }> {
    if (typeof statement !== 'string') throw new KuashiError('MEDIA_TYPE_UNSUPPORTED');
    return this.acceptStatement.execute(statement);
  }

  /** The newest trust list (compact JWS, typ `kuashi-trust-list+jwt`). */
  @AnyoneMay()
  @Get('trust-list')
  async newest(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPublished(request, reply, await this.trustList.signed());
  }

  /** An earlier version. */
  @AnyoneMay()
  @Get('trust-list/:version')
  async version(
    @Param('version') version: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // No more digits than a version number can have: the database takes no longer ones.
    if (!/^[1-9]\d{0,8}$/.test(version)) throw new KuashiError('NOT_FOUND');
    await sendPublished(request, reply, await this.trustList.signed(Number(version)));
  }
}
