import { programSettings, type SettingsOf, sharedSettings, withDefault } from '#libs/platform';

/** What a node is told. The difference between two cities is here and in the seeds, never in code. */
export const nodeSettings = {
  ...programSettings,
  port: withDefault(sharedSettings.port, 4100),
  division: sharedSettings.division,
  registryUrl: sharedSettings.registryUrl,
  trustAnchor: sharedSettings.trustAnchor,
  issuerUrl: sharedSettings.issuerUrl,
  seedsDir: sharedSettings.seedsDir,
  seedNumber: sharedSettings.seedNumber,
  databaseUrl: sharedSettings.databaseUrl,
  nodeKey: sharedSettings.nodeKey,
  holderKey: sharedSettings.holderKey,
} as const;

export type NodeSettings = SettingsOf<typeof nodeSettings>;
