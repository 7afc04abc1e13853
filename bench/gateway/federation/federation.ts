import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peer } from '../../peers/peers.js';
import { divisions } from '../cities.js';
import { subgraphContract } from '../contracts.js';

/** One city as a federation knows it. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** What the gateways of a federation are told. */
export interface Federation {
  readonly subgraphs: readonly Subgraph[];
  /** The composed schema of all subgraphs. */
  readonly supergraph: string;
}

/** The backends as a federation. */
export async function composeFederation(ports: readonly number[]): Promise<Federation> {
  const codes = divisions(ports.length);
  const subgraphs = ports.map((port, place) => {
    const division = codes[place] ?? '';
    const url = `http://127.0.0.1:${port}/subgraph`;
    return { name: `city${division}`, url, sdl: subgraphContract(division) };
  });
  return { subgraphs, supergraph: await compose(subgraphs) };
}

/** Writes it for a process that is told the file. */
export function writeFederation(folder: string, federation: Federation): string {
  const file = join(folder, 'federation.json');
  writeFileSync(file, JSON.stringify(federation));
  return file;
}

/** Reads the file named on the command line. */
export function readFederation(): Federation {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Federation;
}

type Composed =
  | { readonly supergraphSdl: string; readonly errors?: undefined }
  | { readonly supergraphSdl?: undefined; readonly errors: readonly Error[] };

interface Composition {
  readonly composeServices: (
    services: readonly { readonly name: string; readonly url: string; readonly typeDefs: unknown }[],
  ) => Composed;
}

interface GraphQL {
  readonly parse: (sdl: string) => unknown;
}

async function compose(subgraphs: readonly Subgraph[]): Promise<string> {
  const { composeServices } = await peer<Composition>('@apollo/composition');
  const { parse } = await peer<GraphQL>('graphql');
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new AggregateError(errors, 'the subgraphs cannot be composed');
  return supergraphSdl;
}
