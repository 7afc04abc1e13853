import { describe, expect, it } from '@jest/globals';
import { ProgramLog } from './program-log.js';

function logTo(lines: string[]): ProgramLog {
  return new ProgramLog('spec', 'info', { write: (line) => void lines.push(line) });
}

describe('the log', () => {
  it('writes one JSON line an event, with program, time and facts', () => {
    const lines: string[] = [];
    logTo(lines).info('listening', { url: 'http://127.0.0.1:1' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ program: 'spec', url: 'http://127.0.0.1:1', msg: 'listening' });
  });

  it('tells of a fault its class, message and stack, and nothing it carries besides', () => {
    const lines: string[] = [];
    const cause = new TypeError('below');
    const fault = Object.assign(new Error('insert failed', { cause }), {
      parameters: ['430199199001010018'],
      token: 'eyJ',
    });
    logTo(lines).fault(fault, { requestId: 'r-1' });
    const line = lines[0] ?? '';
    expect(JSON.parse(line)).toMatchObject({
      requestId: 'r-1',
      fault: 'Error',
      msg: 'insert failed',
      cause: 'TypeError: below',
    });
    expect(line).not.toMatch(/430199199001010018|eyJ/);
  });

  it('says whether anybody reads `info`', () => {
    expect([logTo([]).tellsInfo, new ProgramLog('spec', 'warn', { write: () => undefined }).tellsInfo]).toEqual([
      true,
      false,
    ]);
  });
});
