import type { JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';

/** Parameters that would let a token bring its own key, address or rules. */
const refused = ['jwk', 'jku', 'x5u', 'crit', 'b64', 'zip'];

/** Header parameters that must not occur. Of the others only `alg`, `typ` and `kid` are ever read. */
export function faultOfParameters(header: JsonObject): CredentialFault | undefined {
  const name = refused.find((each) => Object.hasOwn(header, each));
  return name === undefined ? undefined : new CredentialFault('HEADER_PARAMETER_REFUSED', name);
}

/** `alg` against the pinned algorithms. */
export function faultOfAlgorithm(header: JsonObject, allowed: readonly string[]): CredentialFault | undefined {
  const matches = typeof header.alg === 'string' && allowed.includes(header.alg);
  return matches ? undefined : new CredentialFault('ALGORITHM_NOT_ALLOWED');
}

/** `typ` against the one type expected, in exactly this spelling. */
export function faultOfType(header: JsonObject, expected: string): CredentialFault | undefined {
  return header.typ === expected ? undefined : new CredentialFault('TOKEN_TYPE_WRONG', expected);
}

/** All header checks at once, for tokens that need no line per check. */
export function faultOfHeader(
  header: JsonObject,
  typ: string,
  algorithms: readonly string[],
): CredentialFault | undefined {
  return faultOfParameters(header) ?? faultOfAlgorithm(header, algorithms) ?? faultOfType(header, typ);
}
