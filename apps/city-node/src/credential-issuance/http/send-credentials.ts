import type { FastifyReply } from 'fastify';
import type { EncryptResponse } from '../rules/response-encryption.js';
import type { CredentialAnswer } from '../use-case/issue-or-defer.js';
import type { IssuedCredentials } from '../use-case/issue-wallet-copies.js';

/** Answers 200 with credentials or 202 with a transaction, encrypted where the wallet asked for it (§8.3, §10). */
export async function sendCredentials(
  reply: FastifyReply,
  answer: CredentialAnswer | Pick<IssuedCredentials, 'credentials'>,
  encrypt: EncryptResponse | undefined,
): Promise<void> {
  const body = encrypt ? await encrypt(answer) : JSON.stringify(answer);
  await reply
    .code('credentials' in answer ? 200 : 202)
    .header('cache-control', 'no-store')
    .type(encrypt ? 'application/jwt' : 'application/json')
    .send(body);
}
