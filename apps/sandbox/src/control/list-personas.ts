import type { Sandbox } from '../sandbox.js';

/** A synthetic person or clerk, with an access token made for this answer. */
export type PersonaWithToken = Record<string, unknown> & { readonly id: string; readonly accessToken: string };

/** The personas of the identity program, each with a short-lived token. */
export async function listPersonas(sandbox: Sandbox): Promise<{ personas: PersonaWithToken[] }> {
  const url = `${sandbox.urlOf('identity') ?? ''}/sandbox/personas?tokens`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as { personas: PersonaWithToken[] };
}
