import { HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { KuashiError, negotiateLanguage, type ErrorCode, type Language } from '#libs/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProgramLog } from '../logging/program-log.js';
import { problemOf } from './problem.js';
import { protocolErrorOf } from './protocol-errors.js';

/** Codes for the faults Nest and fastify find themselves. */
const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'REQUEST_MALFORMED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'REQUEST_TOO_LARGE',
  415: 'MEDIA_TYPE_UNSUPPORTED',
};

/** REST errors as problem details (RFC 9457) in the caller's language; GraphQL's errors go on to their own formatter. */
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: ProgramLog) {}

  catch(fault: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') throw fault;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = knownError(fault);
    if (error === undefined) this.log.fault(fault, { requestId: request.id });
    if (reply.sent) return undefined;
    const status = error?.status ?? 500;
    const protocolError = status === 400 || status === 415 ? protocolErrorOf(request) : undefined;
    if (protocolError !== undefined) return reply.code(400).header('cache-control', 'no-store').send(protocolError);
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    return reply
      .code(status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(error, status, { language: languageOf(request), requestId: request.id })));
  }
}

const languageOf = ({ headers }: FastifyRequest): Language => negotiateLanguage(headers['accept-language']);

function knownError(fault: unknown): KuashiError | undefined {
  if (fault instanceof KuashiError) return fault;
  const status =
    fault instanceof HttpException ? fault.getStatus() : (fault as { statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? codesByStatus[status] : undefined;
  if (code === undefined) return undefined;
  if (code !== 'REQUEST_MALFORMED') return new KuashiError(code);
  return new KuashiError(code, { field: 'body', params: { reason: 'unreadable' } });
}
