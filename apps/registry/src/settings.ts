import { programSettings, type SettingsOf, sharedSettings, withDefault } from '#libs/platform';

/** What the registry is told. */
export const registrySettings = {
  ...programSettings,
  port: withDefault(sharedSettings.port, 4010),
  issuerUrl: sharedSettings.issuerUrl,
  seedsDir: sharedSettings.seedsDir,
  directoryFile: sharedSettings.directoryFile,
  provinceKey: sharedSettings.provinceKey,
  databaseUrl: sharedSettings.databaseUrl,
} as const;

export type RegistrySettings = SettingsOf<typeof registrySettings>;
