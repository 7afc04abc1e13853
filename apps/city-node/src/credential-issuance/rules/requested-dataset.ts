import type { WalletToken } from '../access/wallet-token.js';
import { TokenFault } from '../access/token-fault.js';
import type { CredentialRequest } from './credential-request.js';
import { IssuanceFault } from './issuance-fault.js';

/** What is to be issued: a certificate that the token names, or the holder's newest of a kind. */
export interface RequestedDataset {
  /** Certificate type key. */
  readonly configuration: string;
  /** Certificate ID. */
  readonly certificate?: string;
}

/** What the issuer knows of its configurations. */
export interface Configurations {
  has(id: string): boolean;
  /** The OAuth scope of a configuration. */
  scopeOf(id: string): string;
}

/**
 * What a request may have, by its token (OpenID4VCI 1.0 §8.2): a token with credential identifiers is asked by
 * identifier, one granted by scope by configuration. Wallets that know configurations only are understood as long as the
 * token leaves no choice.
 * @throws IssuanceFault unknown_credential_configuration, unknown_credential_identifier, invalid_credential_request;
 * TokenFault insufficient_scope
 */
export function datasetOf(
  request: Pick<CredentialRequest, 'identifier' | 'configuration'>,
  token: WalletToken,
  known: Configurations,
): RequestedDataset {
  const { identifier, configuration } = request;
  if (identifier !== undefined) return byIdentifier(identifier, token, known);
  return byConfiguration(configuration ?? '', token, known);
}

function byIdentifier(identifier: string, { authorised = [] }: WalletToken, known: Configurations): RequestedDataset {
  const detail = authorised.find(({ identifiers }) => identifiers.includes(identifier));
  if (detail === undefined) {
    throw new IssuanceFault('unknown_credential_identifier', 'the token names no such identifier');
  }
  const { configuration } = detail;
  if (!known.has(configuration)) throw unknownConfiguration();
  return identifier === configuration ? { configuration } : { configuration, certificate: identifier };
}

function byConfiguration(configuration: string, token: WalletToken, known: Configurations): RequestedDataset {
  if (!known.has(configuration)) throw unknownConfiguration();
  assertCovers(token, configuration, known);
  const [identifier, ...others] = identifiersOf(configuration, token);
  if (others.length > 0) {
    throw new IssuanceFault('invalid_credential_request', 'the token names several: ask by credential_identifier');
  }
  return identifier === undefined ? { configuration } : byIdentifier(identifier, token, known);
}

const identifiersOf = (configuration: string, { authorised = [] }: WalletToken): readonly string[] =>
  authorised.filter((each) => each.configuration === configuration).flatMap(({ identifiers }) => identifiers);

/** Whether the token was given for a configuration, by scope or by name. @throws TokenFault insufficient_scope */
export function assertCovers(token: WalletToken, configuration: string, known: Configurations): void {
  const named = token.authorised?.some((each) => each.configuration === configuration) ?? false;
  if (named || token.scopes.includes(known.scopeOf(configuration))) return;
  throw new TokenFault('insufficient_scope', 'the token does not cover this credential');
}

const unknownConfiguration = (): IssuanceFault =>
  new IssuanceFault('unknown_credential_configuration', 'this issuer has no such credential configuration');
