import type { DivisionCode } from '#libs/kernel';
import { countClaim, instantClaim, objectClaim, textClaim } from '../envelope/claims.js';
import type { EnvelopeReader } from '../envelope/envelope-reader.js';
import type { MessageContent } from '../message-content.js';

/** A message with the envelope that proves it. */
export interface ReceivedMessage {
  readonly envelope: string;
  readonly content: MessageContent;
}

/** Opens the envelope of a message to this node. @throws KuashiError SENDER_UNKNOWN, ENVELOPE_INVALID */
export async function openMessage(reader: EnvelopeReader, self: DivisionCode, jws: string): Promise<ReceivedMessage> {
  const { sender, id, claims } = await reader.open(jws, 'kuashi-message+jwt');
  const content = {
    id,
    sender,
    receiver: self,
    sequence: countClaim(claims, 'seq'),
    type: textClaim(claims, 'type'),
    issuedAt: instantClaim(claims, 'time'),
    payload: objectClaim(claims, 'payload'),
  };
  return { envelope: jws, content };
}
