import { KuashiError, isDivisionCode } from '#libs/kernel';
import type { DirectoryDocument, DirectoryNode } from '#libs/platform';

/** What the operator writes: a line per node, and where the registry answers. */
export type DirectorySource = Pick<DirectoryDocument, 'nodes' | 'registry'>;

/**
 * Reads the node directory's source. A city is added by a line; what is wrong is refused as a whole, so that a slip of
 * the pen never takes a city off the map.
 * @throws SETTING_INVALID
 */
export function readDirectorySource(text: string): DirectorySource {
  const { nodes: written, registry } = parse(text);
  if (!Array.isArray(written) || written.length === 0) throw invalid('nodes must be a list');
  if (!isAddress(registry?.url)) throw invalid('registry.url must be an address');
  const nodes = (written as Partial<DirectoryNode>[]).map((node, place) => checked(node, `nodes[${place}]`));
  refuseRepeated(nodes.flatMap((node) => [node.division, ...node.divisions]));
  return { nodes, registry: { url: registry.url } };
}

function parse(text: string): Partial<DirectorySource> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // said below
  }
  throw invalid('is no JSON object');
}

function checked(node: Partial<DirectoryNode>, where: string): DirectoryNode {
  if (typeof node.division !== 'string' || !isDivisionCode(node.division)) throw invalid(`${where}.division`);
  if (node.kind !== 'city' && node.kind !== 'province') throw invalid(`${where}.kind`);
  if (typeof node.name?.zhHans !== 'string') throw invalid(`${where}.name`);
  if (!isAddress(node.url)) throw invalid(`${where}.url`);
  if (!Array.isArray(node.divisions) || !node.divisions.every(isDivisionCode)) throw invalid(`${where}.divisions`);
  const keys = node.keys ?? [];
  if (keys.length === 0 || keys.some((key) => key.crv !== 'P-256' || 'd' in key)) throw invalid(`${where}.keys`);
  return node as DirectoryNode;
}

/** A division that two nodes claim would be routed by chance. */
function refuseRepeated(divisions: readonly string[]): void {
  const repeated = divisions.find((division, place) => divisions.indexOf(division) !== place);
  if (repeated !== undefined) throw invalid(`division ${repeated} is claimed twice`);
}

function isAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url) && !url.endsWith('/');
}

function invalid(reason: string): KuashiError {
  return new KuashiError('SETTING_INVALID', { field: 'KUASHI_DIRECTORY_FILE', params: { reason } });
}
