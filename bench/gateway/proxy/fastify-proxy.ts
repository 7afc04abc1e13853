/** The proxy on fastify: a route for each work. Told the backends' ports; tells its address. */
import { fastify } from 'fastify';
import { join, list, read, type ByHand } from './by-hand.js';
import { page } from './page.js';
import { Upstreams } from './upstreams.js';

const upstreams = new Upstreams(process.argv.slice(2));
const server = fastify({ logger: false });
server.removeAllContentTypeParsers();
server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
for (const [work, answer] of Object.entries<ByHand>({ read, list, page, join })) {
  server.post<{ Body: Buffer }>(`/${work}`, async (request, reply) => {
    const bytes = await answer(upstreams, request.body);
    return reply.header('content-type', 'application/json').send(bytes);
  });
}
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: await server.listen({ port: 0, host: '127.0.0.1' }) });
