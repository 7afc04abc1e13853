import {
  programSettings,
  type Setting,
  settingParsers,
  type SettingsOf,
  sharedSettings,
  withDefault,
} from '#libs/platform';

const trustListDays: Setting<number> = {
  name: 'KUASHI_TRUST_LIST_DAYS',
  description:
    'Days a trust list may be relied on; no more than new keys are announced for (KUASHI_KEY_ANNOUNCED_DAYS)',
  parse: settingParsers.integer(2, 30),
  default: 7,
};

/** What the registry is told. */
export const registrySettings = {
  ...programSettings,
  port: withDefault(sharedSettings.port, 4010),
  issuerUrl: sharedSettings.issuerUrl,
  seedsDir: sharedSettings.seedsDir,
  directoryFile: sharedSettings.directoryFile,
  provinceKey: sharedSettings.provinceKey,
  databaseUrl: sharedSettings.databaseUrl,
  trustListDays,
} as const;

export type RegistrySettings = SettingsOf<typeof registrySettings>;
