import type { Openid4vpController } from '../protocol/openid4vp.controller.js';
import { WalletFault } from '../protocol/wallet-fault.js';

/** The node's OpenID4VP endpoints as `fetch`, without a server: routes, forms and faults as the real one has them. */
export function walletDoor(controllerOf: () => Openid4vpController): typeof fetch {
  return async (input, init = {}) => {
    const [, , place = '', id = ''] = new URL(input instanceof Request ? input.url : input).pathname.split('/');
    const reply = new TestReply();
    try {
      const body = await serve(controllerOf(), { place, id, reply, init });
      return new Response(body, { status: 200, headers: { 'content-type': reply.contentType } });
    } catch (fault) {
      if (!(fault instanceof WalletFault)) throw fault;
      return Response.json(fault.body, { status: fault.status });
    }
  };
}

interface Call {
  readonly place: string;
  readonly id: string;
  readonly reply: TestReply;
  readonly init: RequestInit;
}

async function serve(controller: Openid4vpController, { place, id, reply, init }: Call): Promise<string> {
  const request = requestOf(init);
  if (place === 'responses') return JSON.stringify(await controller.answer(id, request as never, reply as never));
  if (init.method?.toUpperCase() === 'POST') await controller.post(id, request as never, reply as never);
  else await controller.fetch(id, reply as never);
  return reply.sent;
}

/** A request as the server has parsed it; a body without a type is a form, as `fetch` would say of parameters. */
function requestOf({ body, headers }: RequestInit) {
  const contentType = new Headers(headers).get('content-type') ?? 'application/x-www-form-urlencoded';
  return { headers: { 'content-type': contentType }, body: formOf(body) };
}

function formOf(body: unknown): Record<string, string | string[]> {
  const parameters = new URLSearchParams(typeof body === 'string' ? body : (body as URLSearchParams | undefined));
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

class TestReply {
  contentType = 'application/json';
  sent = '';

  headers(): this {
    return this;
  }

  type(contentType: string): this {
    this.contentType = contentType;
    return this;
  }

  async send(body: string): Promise<void> {
    this.sent = body;
  }
}
