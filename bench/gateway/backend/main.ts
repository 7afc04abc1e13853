/** The backends: one bare node:http server for each city, all in this process. Told how many; tells their ports. */
import { divisions } from '../cities.js';
import { serveCity } from './serve-city.js';

process.once('disconnect', () => process.exit(0));
const ports = await Promise.all(divisions(Number(process.argv[2])).map((division) => serveCity(division)));
process.send?.({ ports });
