import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultLimits } from '../limits.js';
import { Deadlines } from './deadlines.js';
import { NodeClient, type Outcome, type Question } from './node-client.js';

const good = '{"data":{"here":true}}';
const limits = { ...defaultLimits, mergeDeadline: 200, breakerPause: 100, inFlight: 8, connections: 4 };
const read: Question = { body: '{"query":"{here}"}', headers: ['accept', 'x/y'], deadline: 5000, mayRepeat: true };
const change: Question = { ...read, mayRepeat: false };
const short: Question = { ...read, deadline: 100 };

type Serve = (response: ServerResponse, request: IncomingMessage) => void;

describe('the client of a node', () => {
  let server: Server;
  let client: NodeClient;
  let deadlines: Deadlines;
  let serve: Serve;
  const seen: IncomingMessage[] = [];
  const answer: Serve = (response) => void response.end(good);
  const hang: Serve = () => undefined;
  const status =
    (code: number, body = '{}'): Serve =>
    (response) =>
      void response.writeHead(code).end(body);

  beforeEach(async () => {
    seen.length = 0;
    serve = answer;
    server = createServer((request, response) => {
      seen.push(request);
      request.resume().once('end', () => serve(response, request));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const now = (): number => performance.now();
    deadlines = new Deadlines(now);
    client = new NodeClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, limits, deadlines, now);
  });
  afterEach(async () => {
    await client.close();
    deadlines.close();
    server.closeAllConnections();
    server.close();
  });

  async function ask(question: Question, times: number): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let n = 0; n < times; n += 1) outcomes.push(await client.ask(question));
    return outcomes;
  }
  const kinds = (outcomes: readonly Outcome[]): string => outcomes.map(({ kind }) => kind).join(' ');
  const waits = (request: IncomingMessage | undefined): number => Number(request?.headers['x-kuashi-deadline-ms']);
  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise((passed) => setTimeout(passed, 10));
  }

  it('tells the node how long it is waited for, and what is left when it is asked again', async () => {
    serve = (response) => {
      serve = answer;
      setTimeout(() => response.destroy(), 60);
    };
    expect(kinds(await ask(read, 1))).toBe('answer');
    expect(waits(seen[0])).toBe(5000);
    expect(waits(seen[1])).toBeLessThanOrEqual(4940);
    expect(seen[1]?.headers.accept).toBe('x/y');
  });

  it('asks for what changes something once, whatever becomes of the connection', async () => {
    serve = (response) => response.destroy();
    expect(await ask(change, 1)).toEqual([{ kind: 'unreachable', begun: false }]);
    expect(seen).toHaveLength(1);
  });

  it('does not lose a read to a connection that the node has just closed', async () => {
    for (let round = 0; round < 20; round += 1) {
      expect(kinds(await Promise.all([client.ask(read), client.ask(read), client.ask(read)]))).toBe(
        'answer answer answer',
      );
      server.closeIdleConnections();
    }
  });

  it('leaves a node that hangs alone after five who waited; then nobody waits, and it is back when it answers', async () => {
    serve = hang;
    expect(kinds(await ask(short, 7))).toBe('timeout timeout timeout timeout timeout leftAlone leftAlone');
    serve = answer;
    await until(() => client.isReachable);
    expect(kinds(await ask(read, 1))).toBe('answer');
  });

  it('goes on trying a node that hangs, with no caller in the line', async () => {
    serve = hang;
    await ask(short, 5);
    const before = seen.length;
    await until(() => seen.length >= before + 2);
    expect(client.isReachable).toBe(false);
    expect(kinds(await ask(read, 1))).toBe('leftAlone');
  });

  it('does not hold against a node that is back what was asked before it was', async () => {
    const wide = new NodeClient(client.url, { ...limits, inFlight: 16, connections: 16 }, deadlines, () =>
      performance.now(),
    );
    serve = hang;
    const early = Array.from({ length: 8 }, () => wide.ask({ ...read, deadline: 1000 }));
    await Promise.all(Array.from({ length: 5 }, () => wide.ask(short)));
    expect(wide.isReachable).toBe(false);
    serve = answer;
    await until(() => wide.isReachable);
    expect(new Set((await Promise.all(early)).map(({ kind }) => kind))).toEqual(new Set(['timeout']));
    expect(wide.isReachable).toBe(true);
    await wide.close();
  });

  it('does not take a slow question for a dead node, while it answers others', async () => {
    serve = (response, request) => void (waits(request) <= 100 ? undefined : response.end(good));
    for (let n = 0; n < 8; n += 1) {
      const [slow, quick] = await Promise.all([client.ask(short), client.ask(read)]);
      expect(kinds([slow, quick])).toBe('timeout answer');
    }
    expect(client.isReachable).toBe(true);
  });

  it.each<[string, Serve]>([
    ['refuses', status(401)],
    ['finds nothing', status(404)],
    ['is busy', status(503, 'busy')],
    ['lets its callers wait', status(429, '')],
  ])('goes on asking a node that %s', async (_, behaviour) => {
    serve = behaviour;
    await ask(read, 30);
    expect(client.isReachable).toBe(true);
  });

  it.each<[string, Serve]>([
    ['fails', status(500)],
    ['answers with a page', status(200, '<html>It works!</html>')],
    ['answers by half', status(200, '{"data":{"here":')],
    ['answers with nothing', status(200, '')],
    ['hangs up in the middle', (response) => void response.writeHead(200).write('{', () => response.destroy())],
  ])('leaves a node alone that %s', async (_, behaviour) => {
    serve = behaviour;
    expect(kinds(await ask(change, 6))).toMatch(/leftAlone$/);
    expect(seen).toHaveLength(5);
  });

  it('bounds what waits for a node that hangs', async () => {
    serve = hang;
    const waiting = Array.from({ length: 20 }, () => client.ask(short));
    const outcomes = await Promise.all(waiting);
    expect(outcomes.filter(({ kind }) => kind === 'busy')).toHaveLength(20 - limits.inFlight);
    expect(seen.length).toBeLessThanOrEqual(limits.inFlight);
  });
});
