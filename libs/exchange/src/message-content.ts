import type { DivisionCode } from '#libs/kernel';
import { digestOf } from './canonical-json.js';

/** What a message says, whichever attempt carries it. */
export interface MessageContent {
  readonly id: string;
  readonly sender: DivisionCode;
  readonly receiver: DivisionCode;
  /** 1, 2, 3 … from this sender to this receiver. */
  readonly sequence: number;
  readonly type: string;
  readonly issuedAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The claims of a message besides `iss`, `aud`, `jti` and `iat`: each attempt has an `iat` of its own. */
export function messageClaims({ sequence, type, issuedAt, payload }: MessageContent): Record<string, unknown> {
  return { type, seq: sequence, time: issuedAt.toISOString(), payload };
}

/** SHA-256 of the content, base64url: the same for every attempt; the receipt names it. */
export function digestOfMessage({ id, sender, receiver, ...content }: MessageContent): string {
  return digestOf({ id, sender, receiver, ...messageClaims({ id, sender, receiver, ...content }) });
}
