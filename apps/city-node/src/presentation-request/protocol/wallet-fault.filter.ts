import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WalletFault } from './wallet-fault.js';

/** Tells a wallet what is wrong in the form OAuth gives it: JSON with `error` and `error_description`. */
@Catch(WalletFault)
export class WalletFaultFilter implements ExceptionFilter<WalletFault> {
  catch(fault: WalletFault, host: ArgumentsHost): unknown {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return reply.code(fault.status).header('cache-control', 'no-store').send(fault.body);
  }
}
