import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox.js';
import { listPersonas } from './list-personas.js';
import { Outages } from './outages.js';

/** The controls behind the gateway's `/sandbox/*`. They exist in the sandbox only. */
export async function startControlServer(sandbox: Sandbox): Promise<FastifyInstance> {
  const server = fastify();
  const outages = new Outages(sandbox);

  server.get('/sandbox/personas', () => listPersonas(sandbox));
  server.post('/sandbox/reset', () => outages.reset());
  server.get('/sandbox/faults', () => outages.list());
  server.post('/sandbox/faults', (request, reply) => outages.begin(request.body, reply));
  server.delete('/sandbox/faults', () => outages.endAll());
  server.setErrorHandler((fault: FastifyError, _request, reply) => {
    const status = fault.statusCode ?? 500;
    const code = status < 500 ? 'REQUEST_MALFORMED' : 'INTERNAL';
    return reply.code(status).send({ code, detail: fault.message });
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'NOT_FOUND', detail: 'no such control' }),
  );

  await server.listen({ host: '127.0.0.1', port: sandbox.topology.controlPort });
  return server;
}
