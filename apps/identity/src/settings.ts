import { optional, programSettings, sharedSettings, withDefault, type Setting, type SettingsOf } from '#libs/platform';

/** The issuer is an origin: its endpoints stand at fixed paths below the root. */
const issuerUrl: Setting<string> = {
  ...sharedSettings.issuerUrl,
  parse: (text) => {
    const url = sharedSettings.issuerUrl.parse(text);
    if (new URL(url).origin !== url) throw new Error(`must be an origin without a path, not "${text}"`);
    return url;
  },
};

const walletClients: Setting<Readonly<Record<string, readonly string[]>>> = {
  name: 'KUASHI_WALLET_CLIENTS',
  description:
    'Further wallets: JSON object, client id to its redirect addresses, {"my-wallet":["https://wallet.example/cb"]}',
  parse: (text) => {
    const wallets: unknown = JSON.parse(text);
    if (!isWalletList(wallets)) throw new Error('must be a JSON object of lists of redirect addresses');
    return wallets;
  },
};

function isWalletList(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((uris) => Array.isArray(uris) && uris.every((uri) => typeof uri === 'string'));
}

/** What the login reads from its environment. */
export const identitySettings = {
  ...programSettings,
  port: withDefault(sharedSettings.port, 4001),
  issuerUrl,
  seedsDir: sharedSettings.seedsDir,
  seedNumber: sharedSettings.seedNumber,
  holderKey: sharedSettings.holderKey,
  registryUrl: sharedSettings.registryUrl,
  trustAnchor: sharedSettings.trustAnchor,
  walletClients: optional(walletClients),
  redirectUris: optional<readonly string[]>({
    name: 'KUASHI_REDIRECT_URIS',
    description: 'Further redirect addresses of the public client kuashi-app, comma-separated',
    parse: (text) => text.split(',').map((uri) => uri.trim()),
  }),
} as const;

/** The login's settings. */
export type IdentitySettings = SettingsOf<typeof identitySettings>;
