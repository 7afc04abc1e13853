import {
  programSettings,
  type Setting,
  settingParsers,
  type SettingsOf,
  sharedSettings,
  withDefault,
} from '#libs/platform';

/** Shortest and longest signing period: longer than announcing and handing over a key. */
const signing = [60, 3650] as const;

function days(
  name: Setting<number>['name'],
  description: string,
  [least, most]: readonly [number, number],
  usual: number,
): Setting<number> {
  return { name, description, parse: settingParsers.integer(least, most), default: usual };
}

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
  credentialKeyDays: days(
    'KUASHI_CREDENTIAL_KEY_DAYS',
    'Days an authority signs credentials with one key',
    signing,
    365,
  ),
  statusKeyDays: days('KUASHI_STATUS_KEY_DAYS', 'Days the node signs its status lists with one key', signing, 90),
  accessKeyDays: days('KUASHI_ACCESS_KEY_DAYS', 'Days the node signs metadata and requests with one key', signing, 90),
  keyHandoverDays: days(
    'KUASHI_KEY_HANDOVER_DAYS',
    "Days before a key's end from which its successor signs",
    [1, 14],
    7,
  ),
  keyAnnouncedDays: days(
    'KUASHI_KEY_ANNOUNCED_DAYS',
    'Days a new key stands on the trust list before it signs; no fewer than a trust list is good for',
    [1, 30],
    14,
  ),
} as const;

export type NodeSettings = SettingsOf<typeof nodeSettings>;
