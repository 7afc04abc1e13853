import { CredentialFault } from '../report/fault.js';

/**
 * Decodes base64url strictly (RFC 7515 §2): no padding, no white space, no foreign or stray bits. What decodes here
 * encodes to the same text again, so a token has exactly one spelling.
 * @throws CredentialFault BASE64URL_MALFORMED
 */
export function decodeBase64url(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new CredentialFault('BASE64URL_MALFORMED');
  return bytes;
}

/** Encodes UTF-8 text or bytes as base64url without padding. */
export function encodeBase64url(content: string | Uint8Array): string {
  return Buffer.from(content).toString('base64url');
}
