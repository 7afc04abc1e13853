/** The message library: loaded with the first request for a presentation, for most nodes never make one at a start. */
export async function loadMessages(allowPlainHttp: boolean) {
  const messages = await import('@openid4vc/openid4vp');
  const { setGlobalConfig } = await import('@openid4vc/oauth2');
  // The library refuses http addresses unless told otherwise: a sandbox has no others.
  if (allowPlainHttp) setGlobalConfig({ allowInsecureUrls: true });
  return messages;
}
