import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TokenFault } from '../access/token-fault.js';
import { IssuanceFault } from '../rules/issuance-fault.js';

/** Answers faults as OpenID4VCI and OAuth write them; every other error goes on to the program's own filter. */
@Catch(IssuanceFault, TokenFault)
export class IssuanceFaultFilter implements ExceptionFilter<IssuanceFault | TokenFault> {
  async catch(fault: IssuanceFault | TokenFault, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (fault instanceof TokenFault) void reply.header('www-authenticate', [...fault.challenges]);
    const { code: error, description } = fault;
    await reply
      .code(fault instanceof TokenFault ? fault.status : 400)
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(JSON.stringify({ ...(error && { error }), ...(description && { error_description: description }) }));
  }
}
