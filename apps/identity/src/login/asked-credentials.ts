import type { CredentialConfiguration, CredentialIssuers } from '../credential-issuer/index.js';

/** What a wallet's login is for, to name it on the page. */
export class AskedCredentials {
  constructor(private readonly issuers: CredentialIssuers) {}

  /** Names of the credentials that an authorization request asks for; none when it is not a wallet's. */
  async by(parameters: Readonly<Record<string, unknown>>): Promise<string[]> {
    const { resource } = parameters;
    if (typeof resource !== 'string' || !URL.canParse(resource)) return [];
    const issuer = await this.issuers.byUrl(resource).catch(() => undefined);
    return issuer?.configurations.filter(isAsked(parameters)).map(nameOf) ?? [];
  }
}

function isAsked({ scope, authorization_details: details }: Readonly<Record<string, unknown>>) {
  const scopes = new Set(typeof scope === 'string' ? scope.split(' ') : []);
  const asked = typeof details === 'string' ? (JSON.parse(details) as { credential_configuration_id: string }[]) : [];
  const ids = new Set(asked.map(({ credential_configuration_id: id }) => id));
  return (configuration: CredentialConfiguration): boolean =>
    ids.has(configuration.id) || scopes.has(configuration.scope ?? '');
}

function nameOf({ id, names }: CredentialConfiguration): string {
  return names.length === 0 ? id : names.join(' · ');
}
