import { KuashiError } from '#libs/kernel';
import type { Environment } from './environment.js';

/** One setting: its environment variable, what it is for, how its text becomes a value, and what holds when it is absent. */
export interface Setting<T> {
  /** The environment variable, `KUASHI_…`. */
  readonly name: `KUASHI_${string}`;
  /** One sentence for whoever operates the program. */
  readonly description: string;
  /** Turns the text into the value; throws an Error whose message says what was expected. */
  readonly parse: (text: string) => T;
  /** The value when the variable is absent or empty. A setting without this key is required. */
  readonly default?: T;
}

/** Settings by the name the code reads them under. */
export type SettingDefinitions = Readonly<Record<string, Setting<unknown>>>;

/** The values of a set of definitions. */
export type SettingsOf<D extends SettingDefinitions> = {
  readonly [K in keyof D]: D[K] extends Setting<infer T> ? T : never;
};

/** The same setting with another default: `withDefault(sharedSettings.port, 4001)`. */
export function withDefault<T>(setting: Setting<T>, value: T): Setting<T> {
  return { ...setting, default: value };
}

/** The same setting, absent as `undefined`. */
export function optional<T>(setting: Setting<T>): Setting<T | undefined> {
  return { ...setting, default: undefined };
}

/**
 * Reads every setting and reports all faults at once.
 * @throws KuashiError SETTING_INVALID, `field` the variables at fault, `reason` one line for each.
 */
export function readSettings<D extends SettingDefinitions>(definitions: D, environment: Environment): SettingsOf<D> {
  const values: Record<string, unknown> = {};
  const faults: { name: string; reason: string }[] = [];
  for (const [key, setting] of Object.entries(definitions)) {
    try {
      values[key] = readSetting(setting, environment[setting.name]);
    } catch (fault) {
      faults.push({ name: setting.name, reason: fault instanceof Error ? fault.message : String(fault) });
    }
  }
  if (faults.length > 0) throw settingsError(faults);
  return values as SettingsOf<D>;
}

function readSetting<T>(setting: Setting<T>, text: string | undefined): T | undefined {
  if (text !== undefined && text !== '') return setting.parse(text);
  if ('default' in setting) return setting.default;
  throw new Error(`is required: ${setting.description}`);
}

function settingsError(faults: readonly { name: string; reason: string }[]): KuashiError {
  return new KuashiError('SETTING_INVALID', {
    field: faults.map((fault) => fault.name).join(', '),
    params: { reason: faults.map((fault) => `${fault.name} ${fault.reason}`).join('\n') },
  });
}
