import { jwtVerify } from 'jose';
import { KuashiError } from '#libs/kernel';
import type { ExchangeDirectory } from '../directory.js';
import { countClaim, instantClaim, objectClaim, textClaim } from '../envelope/claims.js';
import { envelopeAlgorithm } from '../envelope/envelope-typ.js';
import { NodeKeys } from '../envelope/node-keys.js';
import { invalidEnvelope, takeApart } from '../envelope/strict-jws.js';
import { useChannels, useReceiptTyp, type VerifiedUseReceipt } from './use-receipt.js';

/**
 * Verifies a receipt (用证回执) with nothing but the province's node directory: form, signer, signature, content. A
 * receipt does not age; the key must still stand in the directory, or in the copy of it that was saved with the receipt.
 * @throws KuashiError SENDER_UNKNOWN when the directory has no such node or the node has no such key; ENVELOPE_INVALID
 * for everything else, with the reason
 */
export async function verifyUseReceipt(
  receipt: string,
  directory: Pick<ExchangeDirectory, 'nodeOf'>,
): Promise<VerifiedUseReceipt> {
  const { kid, claims } = takeApart(receipt, useReceiptTyp);
  const issuer = textClaim(claims, 'iss');
  const node = directory.nodeOf(issuer);
  const key = node?.division === issuer ? await new NodeKeys().find(node, kid) : undefined;
  if (!key) throw new KuashiError('SENDER_UNKNOWN', { params: { sender: issuer.slice(0, 32) } });
  const checks = { algorithms: [envelopeAlgorithm], typ: useReceiptTyp, issuer };
  await jwtVerify(receipt, key, checks).catch((error: unknown) => {
    throw invalidEnvelope('signature', error);
  });
  assertContent(claims);
  return claims as unknown as VerifiedUseReceipt;
}

function assertContent(claims: Readonly<Record<string, unknown>>): void {
  for (const name of ['jti', 'certificate', 'identifier', 'type', 'item', 'case', 'purpose']) textClaim(claims, name);
  const verifier = objectClaim(claims, 'verifier');
  for (const name of ['division', 'authority']) textClaim(verifier, name);
  if (!useChannels.some((channel) => channel === claims['channel'])) throw invalidEnvelope('channel');
  if (!Array.isArray(claims['claims'])) throw invalidEnvelope('claims');
  countClaim(claims, 'iat');
  instantClaim(claims, 'used_at');
  const owner = new RegExp(`^(cert|use)_${textClaim(claims, 'iss')}_`);
  if (![claims['certificate'], claims['jti']].every((id) => owner.test(String(id)))) throw invalidEnvelope('owner');
}
