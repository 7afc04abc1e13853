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

/** What the login reads from its environment. */
export const identitySettings = {
  ...programSettings,
  port: withDefault(sharedSettings.port, 4001),
  issuerUrl,
  seedsDir: sharedSettings.seedsDir,
  seedNumber: sharedSettings.seedNumber,
  holderKey: sharedSettings.holderKey,
  redirectUris: optional<readonly string[]>({
    name: 'KUASHI_REDIRECT_URIS',
    description: 'Further redirect addresses of the public client kuashi-app, comma-separated',
    parse: (text) => text.split(',').map((uri) => uri.trim()),
  }),
} as const;

/** The login's settings. */
export type IdentitySettings = SettingsOf<typeof identitySettings>;
