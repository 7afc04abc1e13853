import { defaultAdmissionLimits } from '../graphql-http/admission/admission-limits.js';
import { defaultLoadLimits } from '../load/load-limits.js';
import { defaultDrainTimes } from '../program/drain-server.js';
import { defaultServerTimes } from '../program/server-times.js';
import { define } from './define-setting.js';
import { flag, integer, list, text } from './parsers.js';
import { optional } from './setting.js';

const milliseconds = integer(100, 600_000);
const perMinute = integer(0, 1_000_000_000);

/** Settings of what every program on HTTP bears with. */
export const serverLimitSettings = {
  headersTimeout: define(
    'KUASHI_HEADERS_TIMEOUT_MS',
    'Milliseconds until the headers of a request must be there',
    milliseconds,
    defaultServerTimes.headersTimeout,
  ),
  requestTimeout: define(
    'KUASHI_REQUEST_TIMEOUT_MS',
    'Milliseconds until a request must be there whole',
    milliseconds,
    defaultServerTimes.requestTimeout,
  ),
  operations: define(
    'KUASHI_OPERATIONS_IN_FLIGHT',
    'Operations at /graphql at the same time, of all callers together; more are refused with 503',
    integer(1, 1_000_000),
    defaultLoadLimits.inFlight,
  ),
  lateness: define(
    'KUASHI_LATENESS_MS',
    'Milliseconds by which the program may be late without a break before it refuses operations with 503',
    integer(10, 60_000),
    defaultLoadLimits.lateness,
  ),
  crowding: define(
    'KUASHI_CROWDING_MS',
    'Milliseconds that an operation may take in the mean while the program is late; more are refused with 503',
    integer(10, 600_000),
    defaultLoadLimits.crowding,
  ),
  drainNotice: define(
    'KUASHI_DRAIN_NOTICE_MS',
    'Milliseconds for which a program goes on taking requests once it was told to end, not ready any more',
    integer(0, 600_000),
    defaultDrainTimes.notice,
  ),
} as const;

/** Whether callers may ask a program about its schema. */
export const introspectionSetting = optional(
  define('KUASHI_INTROSPECTION', 'true or false: answer __schema and __type; unless set, in sandbox mode only', flag),
);

/** Settings of what the gateway lets in. */
export const admissionSettings = {
  bodyLimit: define(
    'KUASHI_BODY_LIMIT',
    'Bytes that the body of a request may have',
    integer(1024, 16_777_216),
    262_144,
  ),
  inFlight: define(
    'KUASHI_IN_FLIGHT_PER_CALLER',
    'Operations of one caller at the same time; 0: no limit',
    integer(0, 1_000_000),
    defaultAdmissionLimits.inFlight,
  ),
  personCalls: define(
    'KUASHI_RATE_PERSON_PER_MINUTE',
    'Requests of one person in a minute; 0: no limit',
    perMinute,
    defaultAdmissionLimits.personCalls,
  ),
  clientCalls: define(
    'KUASHI_RATE_CLIENT_PER_MINUTE',
    'Requests by one app (client_id) in a minute; 0: no limit',
    perMinute,
    defaultAdmissionLimits.clientCalls,
  ),
  addressCalls: define(
    'KUASHI_RATE_ADDRESS_PER_MINUTE',
    'Requests of one address in a minute, without a token or with a new one; 0: no limit; loopback has none in sandbox mode',
    perMinute,
    defaultAdmissionLimits.addressCalls,
  ),
  newDocuments: define(
    'KUASHI_RATE_DOCUMENTS_PER_MINUTE',
    'Documents of one caller in a minute that were not known; 0: no limit',
    perMinute,
    defaultAdmissionLimits.newDocuments,
  ),
  proxies: define(
    'KUASHI_PROXIES',
    'Addresses of proxies whose X-Forwarded-For is believed, comma-separated',
    list,
    [] as readonly string[],
  ),
  redisUrl: optional(
    define('KUASHI_REDIS_URL', 'Redis in which several gateways count calls together; absent: each for itself', text),
  ),
} as const;

/** Whether a browser that opens /graphql gets a page to write queries on. */
export const queryPageSetting = optional(
  define('KUASHI_QUERY_PAGE', 'true or false: the query page at /graphql; unless set, in sandbox mode only', flag),
);
