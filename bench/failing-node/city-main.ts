/**
 * The backend of one city, in a process of its own. Told its division and the port it had before, if any; tells its
 * port, and is told how to answer from then on.
 */
import { serveCity, type Serve } from '../gateway/backend/serve-city.js';
import { manners, type Manner } from './manners.js';

let serve: Serve = manners.well;
process.on('message', (told) => {
  const manner = told as Manner;
  serve = manners[manner];
  process.send?.({ manner });
});
process.once('disconnect', () => process.exit(0));
const [division = '', port = '0'] = process.argv.slice(2);
process.send?.({ port: await serveCity(division, Number(port), (response, well) => serve(response, well)) });
