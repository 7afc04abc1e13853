import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnyoneMay } from '#libs/platform';
import { CertificateChains } from './certificate-chains.js';
import { sendChain } from './send-chain.js';

/** The province's X.509 certificates of the keys on the trust list. */
@Controller('x509')
export class X509Controller {
  constructor(private readonly chains: CertificateChains) {}

  /** The root certificate: PEM, or `{ "x5c": [...] }` when JSON is asked for. */
  @AnyoneMay()
  @Get('root')
  async root(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendChain(request, reply, [await this.chains.root()], 'pem');
  }

  /** The chain of a key, leaf first, without the root: `{ "x5c": [...] }`, or PEM when it is asked for. */
  @AnyoneMay()
  @Get(':kid')
  async chain(@Param('kid') kid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendChain(request, reply, await this.chains.chainOf(kid), 'json');
  }
}
