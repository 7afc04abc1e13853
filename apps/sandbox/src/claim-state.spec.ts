import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claimState } from './claim-state.js';

describe('the state folder', () => {
  let folder: string;
  let running: Server;
  let port: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'claim-'));
    running = createServer((_, response) => response.end('{"faults":[]}')).listen(0, '127.0.0.1');
    await once(running, 'listening');
    port = (running.address() as AddressInfo).port;
  });
  afterEach(() => {
    running.close();
    running.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  it('is refused to a second sandbox while the first runs', async () => {
    const release = await claimState(folder, port);
    await expect(claimState(folder, 1)).rejects.toThrow(`port ${port}`);
    release();
    expect(readdirSync(folder)).toEqual([]);
    await expect(claimState(folder, 1)).resolves.toBeDefined();
  });

  it('is free again after a crash', async () => {
    await claimState(folder, port);
    running.closeAllConnections();
    await new Promise((closed) => running.close(closed));
    await expect(claimState(folder, 1)).resolves.toBeDefined();
  });
});
