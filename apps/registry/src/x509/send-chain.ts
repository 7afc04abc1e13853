import { knowsEtag } from '#libs/platform';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Media type of a PEM chain (RFC 8555 §9.1). */
export const pemType = 'application/pem-certificate-chain';

/** Answers with certificates in the form that `Accept` names, or in the usual one; 304 when the caller has them. */
export function sendChain(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  x5c: readonly string[],
  usual: 'pem' | 'json',
): FastifyReply {
  const accept = headers.accept ?? '';
  const form = accept.includes('pem') ? 'pem' : accept.includes('json') ? 'json' : usual;
  const etag = `"${form}-${createHash('sha256').update(x5c.join()).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ etag, vary: 'accept', 'cache-control': 'max-age=300' });
  if (knowsEtag(headers['if-none-match'], etag)) return reply.code(304).send();
  return form === 'pem' ? reply.type(pemType).send(x5c.map(pemOf).join('')) : reply.send({ x5c });
}

/** A certificate (DER as base64) as PEM. */
export function pemOf(der: string): string {
  const lines = der.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
