import { knowsEtag } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A signed document and its ETag. */
interface Published {
  readonly token: string;
  readonly etag: string;
}

/** Answers with a signed document, or with 304 when the caller has it already. Always to be asked again. */
export function sendPublished(request: FastifyRequest, reply: FastifyReply, document: Published): FastifyReply {
  void reply.headers({ etag: document.etag, 'cache-control': 'no-cache' });
  if (knowsEtag(request.headers['if-none-match'], document.etag)) return reply.code(304).send();
  return reply.type('application/jwt').send(document.token);
}
