import type { errors, KoaContextWithOIDC, Provider } from 'oidc-provider';

/** The provider keeps to itself why it refuses; a developer of a wallet is told. */
export function explainErrors(provider: Provider): void {
  provider.on('grant.error', explain);
  provider.on('pushed_authorization_request.error', explain);
}

function explain(context: KoaContextWithOIDC, fault: errors.OIDCProviderError): void {
  const { error_description: description, error_detail: detail } = fault;
  if (!fault.expose || detail === undefined || detail === description) return;
  const told = description === undefined ? detail : `${description}: ${detail}`;
  context.body = { ...(context.body as object), error_description: told };
}
