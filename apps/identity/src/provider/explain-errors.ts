import type { errors, KoaContextWithOIDC, Provider } from 'oidc-provider';

/** Errors the provider calls otherwise than RFC 6749, by its words for them. */
const renamed: Readonly<Record<string, string>> = {
  'requested grant type is not allowed for this client': 'unauthorized_client',
};

/** Words for errors the provider says nothing of. */
const unsaid: Readonly<Record<string, string>> = {
  request_not_supported: 'the parameter request is not supported; send the parameters themselves',
  request_uri_not_supported: 'only a request_uri given by this server is supported',
};

/** The provider keeps to itself why it refuses; a developer of a wallet is told. */
export function explainErrors(provider: Provider): void {
  provider.on('grant.error', explain);
  provider.on('pushed_authorization_request.error', explain);
}

function explain(context: KoaContextWithOIDC, fault: errors.OIDCProviderError): void {
  if (!fault.expose) return;
  const { error, error_description: description = unsaid[error] ?? '', error_detail: detail } = fault;
  const told = detail === undefined || detail === description ? description : `${description}: ${detail}`;
  context.body = {
    ...(context.body as object),
    error: renamed[description] ?? error,
    ...(told === '' ? {} : { error_description: told }),
  };
}
