import { type Serve } from '../gateway/backend/serve-city.js';

/** How a city's backend answers. */
export type Manner = 'well' | 'rubbish' | 'slow';

/** Milliseconds that a slow node takes. */
const slowness = 5000;
const page = '<html><body>It works!</body></html>';

/** What each manner does with a request. */
export const manners: Readonly<Record<Manner, Serve>> = {
  well: (_response, well) => well(),
  rubbish: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  slow: (_response, well) => void setTimeout(well, slowness),
};
