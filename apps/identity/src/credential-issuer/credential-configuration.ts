/** A kind of credential an issuer offers to wallets (OpenID4VCI: credential configuration). */
export interface CredentialConfiguration {
  readonly id: string;
  readonly scope?: string;
  /** Its display names, in the order the issuer gives them. */
  readonly names: readonly string[];
}

/** Reads an issuer's published metadata. Undefined when it is not that issuer's or has not the form. */
export function configurationsOf(metadata: unknown, issuer: string): CredentialConfiguration[] | undefined {
  if (!isObject(metadata) || metadata['credential_issuer'] !== issuer) return undefined;
  const supported = metadata['credential_configurations_supported'];
  if (!isObject(supported)) return undefined;
  return Object.entries(supported).map(([id, configuration]) => configurationOf(id, configuration));
}

function configurationOf(id: string, configuration: unknown): CredentialConfiguration {
  if (!isObject(configuration)) return { id, names: [] };
  const { scope, credential_metadata: described, display } = configuration;
  const displays = isObject(described) ? described['display'] : display;
  return { id, scope: typeof scope === 'string' ? scope : undefined, names: namesOf(displays) };
}

function namesOf(displays: unknown): string[] {
  if (!Array.isArray(displays)) return [];
  const names = displays.map((entry: unknown) => (isObject(entry) ? entry['name'] : undefined));
  return names.filter((name): name is string => typeof name === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
