import { describe, expect, it } from '@jest/globals';
import { integer, list, oneOf } from './parsers.js';
import { optional, readSettings, withDefault } from './setting.js';
import { programSettings, sharedSettings } from './shared-settings.js';

describe('settings', () => {
  it('take their defaults, and production is the default mode', () => {
    const definitions = { ...programSettings, port: withDefault(sharedSettings.port, 4010) };
    expect(readSettings(definitions, { KUASHI_STATE_DIR: '/tmp/x' })).toEqual({
      drainNotice: 1000,
      lateness: 100,
      crowding: 250,
      operations: 512,
      mode: 'production',
      host: '127.0.0.1',
      port: 4010,
      stateDir: '/tmp/x',
      logLevel: 'warn',
      corsOrigins: [],
      introspection: undefined,
      headersTimeout: 10_000,
      requestTimeout: 20_000,
    });
  });

  it('are refused all at once, each with its variable and what was expected', () => {
    const environment = { KUASHI_MODE: 'test', KUASHI_PORT: '70000', KUASHI_LOG_LEVEL: 'loud' };
    let fault: unknown;
    try {
      readSettings(programSettings, environment);
    } catch (error) {
      fault = error;
    }
    expect(fault).toMatchObject({
      code: 'SETTING_INVALID',
      field: 'KUASHI_MODE, KUASHI_PORT, KUASHI_STATE_DIR, KUASHI_LOG_LEVEL',
      message: expect.stringContaining('KUASHI_PORT must be a whole number from 0 to 65535, not "70000"'),
    });
  });

  it('may be absent when they are optional, and an empty variable counts as absent', () => {
    const definitions = { database: optional(sharedSettings.registryUrl) };
    expect(readSettings(definitions, { KUASHI_REGISTRY_URL: '' })).toEqual({ database: undefined });
  });

  it('parse what they say they parse', () => {
    expect(oneOf(['a', 'b'])('b')).toBe('b');
    expect(() => integer(1, 5)('1e0')).toThrow('whole number');
    expect(list(' a, ,b ')).toEqual(['a', 'b']);
    expect(sharedSettings.registryUrl.parse('http://127.0.0.1:4010/')).toBe('http://127.0.0.1:4010');
    expect(() => sharedSettings.registryUrl.parse('ftp://x')).toThrow('http(s)');
    expect(() => sharedSettings.division.parse('43')).toThrow();
  });
});
