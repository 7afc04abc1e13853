import type { Sandbox } from '../sandbox.js';

/** A synthetic person or clerk, with an access token made for this answer. */
export type PersonaWithToken = Record<string, unknown> & { readonly id: string; readonly accessToken: string };

/** Asks the identity program for its personas and for a short-lived token of each. */
export async function listPersonas(sandbox: Sandbox): Promise<{ personas: PersonaWithToken[] }> {
  const identity = sandbox.urlOf('identity') ?? '';
  const { personas } = (await getJson(`${identity}/sandbox/personas`)) as { personas: { id: string }[] };
  const tokens = await Promise.all(personas.map(({ id }) => accessToken(identity, id)));
  return { personas: personas.map((persona, index) => ({ ...persona, accessToken: tokens[index] ?? '' })) };
}

async function accessToken(identity: string, persona: string): Promise<string> {
  const answer = (await getJson(`${identity}/sandbox/tokens`, { persona })) as { access_token: string };
  return answer.access_token;
}

async function getJson(url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
