import { parseJws, type ParsedJws } from '../jws/parse-jws.js';
import { CredentialFault } from '../report/fault.js';
import { parseDisclosure, type Disclosure } from './disclosure.js';

/** An SD-JWT (RFC 9901 §4) taken apart, nothing verified: never act on it. */
export interface ParsedCredential {
  readonly issuerJwt: ParsedJws;
  readonly disclosures: readonly Disclosure[];
  readonly keyBinding?: ParsedJws;
  /** The text that the key binding's `sd_hash` covers: everything up to and with the last `~`. */
  readonly presented: string;
}

const longest = 256 * 1024;
/** More disclosures than this no credential has. */
export const mostDisclosures = 512;

/**
 * Takes an SD-JWT or SD-JWT+KB apart strictly, before any cryptography: one spelling, proper JSON, no repeated names.
 * @throws CredentialFault with the reason
 */
export function parseCredential(credential: string): ParsedCredential {
  if (credential.length > longest) throw new CredentialFault('TOKEN_TOO_LARGE');
  const [issuerJwt, ...rest] = credential.split('~');
  const keyBinding = rest.pop();
  if (issuerJwt === undefined || keyBinding === undefined) throw new CredentialFault('TOKEN_MALFORMED', '~ expected');
  if (rest.length > mostDisclosures) throw new CredentialFault('TOKEN_TOO_LARGE', 'disclosures');
  return {
    issuerJwt: parseJws(issuerJwt),
    disclosures: rest.map(parseDisclosure),
    ...(keyBinding !== '' && { keyBinding: parseJws(keyBinding) }),
    presented: credential.slice(0, credential.length - keyBinding.length),
  };
}
