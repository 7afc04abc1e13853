import { hash } from 'node:crypto';
import { objectClaim, textClaim } from '../envelope/claims.js';
import { maximumAge, type EnvelopeReader } from '../envelope/envelope-reader.js';
import { invalidEnvelope } from '../envelope/strict-jws.js';
import type { Question } from './question.js';

/** A question and the moment after which nobody may answer it any more. */
export interface ReceivedQuestion {
  readonly question: Question;
  /** Seconds since 1970. */
  readonly expires: number;
}

/**
 * Opens the envelope of a question to this node.
 * @throws KuashiError SENDER_UNKNOWN; ENVELOPE_INVALID, also without a purpose or an expiry
 */
export async function openQuestion(reader: EnvelopeReader, jws: string): Promise<ReceivedQuestion> {
  const { sender, id, claims } = await reader.open(jws, 'kuashi-question+jwt');
  if (typeof claims.exp !== 'number' || typeof claims.iat !== 'number') throw invalidEnvelope('exp');
  const purpose = objectClaim(claims, 'purpose');
  const question = {
    id,
    sender,
    type: textClaim(claims, 'type'),
    payload: objectClaim(claims, 'payload'),
    digest: hash('sha256', jws, 'base64url'),
    purpose: {
      item: textClaim(purpose, 'item'),
      caseReference: textClaim(purpose, 'caseReference'),
      basis: textClaim(purpose, 'basis'),
    },
  };
  // However late the sender lets it expire: the envelope is opened no longer than this, nor need it be remembered longer.
  return { question, expires: Math.min(claims.exp, claims.iat + maximumAge) };
}
