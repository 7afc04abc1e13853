import { clientFault } from './api-error.js';

/** In which languages texts are answered. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

/** Where a client asks, and as whom. */
export interface ClientOptions {
  /** address of the endpoint: `http://127.0.0.1:4000/graphql` */
  readonly url: string;
  /** the access token, or what finds one that is still good; nobody's request without it */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>);
  /** of names, texts and errors; simplified Chinese unless set */
  readonly language?: Language;
  /** another fetch than the platform's */
  readonly fetch?: typeof fetch;
}

/** A document with its variables. */
export interface Asked {
  readonly query: string;
  readonly variables?: unknown;
}

/** Posts a document. @throws ApiError SERVER_UNREACHABLE; what aborts the request rejects with its own reason */
export async function send(
  { url, token, language = 'zh-Hans', fetch = globalThis.fetch }: ClientOptions,
  asked: Asked,
  { accept, signal }: { readonly accept: string; readonly signal?: AbortSignal },
): Promise<Response> {
  const bearer = typeof token === 'function' ? await token() : token;
  const headers = {
    'content-type': 'application/json',
    'accept-language': language,
    accept,
    ...(bearer && { authorization: `Bearer ${bearer}` }),
  };
  try {
    return await fetch(url, { method: 'POST', headers, body: JSON.stringify(asked), signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw clientFault('SERVER_UNREACHABLE', `${new URL(url).host} cannot be reached.`, cause);
  }
}

/** The JSON of a response. @throws ApiError ANSWER_UNREADABLE, SERVER_UNREACHABLE */
export async function jsonOf(response: Response, signal?: AbortSignal): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw clientFault('SERVER_UNREACHABLE', 'The connection was lost while the answer came.', cause);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw clientFault('ANSWER_UNREADABLE', `HTTP ${response.status}, and no JSON.`, cause);
  }
}
