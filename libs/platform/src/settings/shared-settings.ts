import { join } from 'node:path';
import { parseDivisionCode } from '#libs/kernel';
import { define } from './define-setting.js';
import { introspectionSetting, serverLimitSettings } from './limit-settings.js';
import { httpUrl, integer, list, oneOf, path, text } from './parsers.js';
import { projectFolder } from './project-folder.js';
import { optional } from './setting.js';

/** `sandbox` has synthetic people, a movable clock and controls; `production` has none of them. */
export type Mode = 'sandbox' | 'production';

/** Levels of the log, from silent to everything. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
/** One level of the log. */
export type LogLevel = (typeof logLevels)[number];

const port = integer(0, 65535);
const mode: (value: string) => Mode = oneOf(['sandbox', 'production']);
const logLevel: (value: string) => LogLevel = oneOf(logLevels);

/** The settings several programs share. A program picks those it needs and may give them another default. */
export const sharedSettings = {
  mode: define('KUASHI_MODE', 'sandbox (synthetic people, controls) or production', mode, 'production'),
  host: define('KUASHI_HOST', 'Address to bind; loopback unless set otherwise', text, '127.0.0.1'),
  port: define('KUASHI_PORT', 'Port to bind; 0 lets the system choose', port),
  stateDir: define('KUASHI_STATE_DIR', "This program's own folder for keys, caches and its database", path),
  logLevel: define('KUASHI_LOG_LEVEL', `How much to log: ${logLevels.join(', ')}`, logLevel, 'warn'),
  corsOrigins: define(
    'KUASHI_CORS_ORIGINS',
    'Web origins that may call, comma-separated; any loopback origin as well in sandbox mode',
    list,
    [],
  ),
  registryUrl: define('KUASHI_REGISTRY_URL', "Address of the province's registry", httpUrl),
  trustAnchor: define('KUASHI_TRUST_ANCHOR', "File with the public JWK of the province's signing key", path),
  issuerUrl: define('KUASHI_ISSUER_URL', 'The OpenID issuer whose access tokens are accepted', httpUrl),
  seedsDir: define('KUASHI_SEEDS_DIR', 'Folder of the seeds', path, join(projectFolder(), 'seeds')),
  seedNumber: define('KUASHI_SEED_NUMBER', 'Number the synthetic population is drawn from', integer(0, 2 ** 31 - 1), 1),
  division: define('KUASHI_DIVISION', 'Division code of the city this node serves', (value) =>
    parseDivisionCode(value),
  ),
  databaseUrl: optional(
    define('KUASHI_DATABASE_URL', 'PostgreSQL address; absent: an SQLite file in the state folder', text),
  ),
  nodeKey: define('KUASHI_NODE_KEY', "File with the private JWK of this node's exchange key", path),
  holderKey: define('KUASHI_HOLDER_KEY', 'File with the provincial key (32 bytes, base64url) that makes holders', path),
  sandboxUrl: optional(define('KUASHI_SANDBOX_URL', 'Where the gateway sends /sandbox/*; sandbox mode only', httpUrl)),
  directoryFile: define('KUASHI_DIRECTORY_FILE', 'File with the node directory; read again when it changes', path),
  provinceKey: define(
    'KUASHI_PROVINCE_KEY',
    'File with the private JWK that signs the trust list and the directory',
    path,
  ),
} as const;

/** What every program reads. */
export const programSettings = {
  mode: sharedSettings.mode,
  host: sharedSettings.host,
  port: sharedSettings.port,
  stateDir: sharedSettings.stateDir,
  logLevel: sharedSettings.logLevel,
  corsOrigins: sharedSettings.corsOrigins,
  introspection: introspectionSetting,
  ...serverLimitSettings,
} as const;
