import { dirname } from 'node:path';
import {
  admissionSettings,
  contractFile,
  optional,
  programSettings,
  queryPageSetting,
  settingParsers,
  sharedSettings,
  withDefault,
  type Setting,
  type SettingsOf,
} from '#libs/platform';

const contractsDir: Setting<string> = {
  name: 'KUASHI_CONTRACTS_DIR',
  description: 'Folder with registry.graphql and node.graphql, the contracts that are routed',
  parse: settingParsers.path,
  default: dirname(contractFile('node')),
};

const directoryInterval: Setting<number> = {
  name: 'KUASHI_DIRECTORY_INTERVAL_MS',
  description: 'Milliseconds between two looks at the node directory',
  parse: settingParsers.integer(100, 3_600_000),
  default: 2000,
};

const mergeDeadline: Setting<number> = {
  name: 'KUASHI_MERGE_DEADLINE_MS',
  description: 'Milliseconds a node may take in a merge or a hop before it counts as missing',
  parse: settingParsers.integer(50, 60_000),
  default: 1000,
};

const readDeadline: Setting<number> = {
  name: 'KUASHI_READ_DEADLINE_MS',
  description: 'Milliseconds a read of one node may take',
  parse: settingParsers.integer(50, 60_000),
  default: 5000,
};

const trustedDocuments: Setting<string> = {
  name: 'KUASHI_TRUSTED_DOCUMENTS',
  description: 'File with the documents that clients may name by their SHA-256',
  parse: settingParsers.path,
};

const trustedOnly: Setting<boolean> = {
  name: 'KUASHI_TRUSTED_DOCUMENTS_ONLY',
  description: 'true or false: refuse every document that is not in KUASHI_TRUSTED_DOCUMENTS',
  parse: settingParsers.flag,
  default: false,
};

/** What the gateway is told. */
export const gatewaySettings = {
  ...programSettings,
  port: withDefault(sharedSettings.port, 4000),
  registryUrl: sharedSettings.registryUrl,
  trustAnchor: sharedSettings.trustAnchor,
  issuerUrl: optional(sharedSettings.issuerUrl),
  sandboxUrl: sharedSettings.sandboxUrl,
  contractsDir,
  directoryInterval,
  mergeDeadline,
  readDeadline,
  ...admissionSettings,
  queryPage: queryPageSetting,
  trustedDocuments: optional(trustedDocuments),
  trustedOnly,
} as const;

export type GatewaySettings = SettingsOf<typeof gatewaySettings>;
