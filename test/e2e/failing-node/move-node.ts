import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '#libs/testing';

interface DirectorySource {
  readonly nodes: readonly { readonly division: string; readonly url: string }[];
}

/**
 * Writes another address of a city's node into the directory's source, as an operator would while everything runs. The
 * file is replaced, not written over: whoever reads it meets the old one or the new one.
 */
export function moveNode(world: World, city: string, url: string): void {
  const file = join(world.stateDirectory, 'directory.json');
  const source = JSON.parse(readFileSync(file, 'utf8')) as DirectorySource;
  const nodes = source.nodes.map((node) => (node.division === city ? { ...node, url } : node));
  writeFileSync(`${file}.new`, JSON.stringify({ ...source, nodes }));
  renameSync(`${file}.new`, file);
}
