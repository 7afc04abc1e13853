import { describe, expect, it } from '@jest/globals';
import { KuashiError } from '#libs/kernel';
import { explainFailure } from './explain-failure.js';
import { readSandboxOptions } from './sandbox-options.js';

const busy = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', syscall: 'listen', port: 4090 });

function refusedOption(): unknown {
  try {
    return readSandboxOptions(['--prot', '1']);
  } catch (fault) {
    return fault;
  }
}

describe('a sandbox that cannot start says why, without a stack', () => {
  it.each([
    ['a port in use', busy, 'Port 4090 is in use'],
    ['a port in use by a program in it', new KuashiError('SETTING_INVALID', { cause: busy }), 'Port 4090 is in use'],
    ['an unknown option', refusedOption(), '--free-ports'],
    ['a bad seed row', new KuashiError('SEED_INVALID', { params: { faults: 'items.csv:5 key: x' } }), 'items.csv:5'],
    ['a bad setting', new KuashiError('SETTING_INVALID', { params: { reason: 'KUASHI_PORT x' } }), 'KUASHI_PORT x'],
    ['a folder that cannot be written', Object.assign(new Error('EACCES: /x'), { syscall: 'mkdir' }), 'EACCES: /x'],
    ['a program that ended', new Error('registry ended with code 1'), 'registry ended with code 1'],
  ])('%s', async (_, fault, words) => {
    const text = await explainFailure(fault);
    expect(text).toContain(words);
    expect(text).not.toMatch(/\n\s+at /);
  });

  it('but for a fault of its own, where', async () => {
    expect(await explainFailure(new TypeError('x is not a function'))).toMatch(/\n\s+at /);
  });
});
