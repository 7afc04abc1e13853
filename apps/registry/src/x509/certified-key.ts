import { isIP } from 'node:net';
import type { IssuerEntry, KeyEntry } from '#libs/credential';
import type { DirectoryNode } from '#libs/platform';

/** Whose a key is and when it signs: everything its certificate says. */
export interface CertifiedKey {
  readonly key: KeyEntry;
  /** Name of the authority, or of the node. */
  readonly commonName: string;
  /** Name of the division. */
  readonly organization: string;
  /** `iss` of the authority, or the node's address. */
  readonly uri: string;
  /** Host of the node: in the certificates of its own keys. */
  readonly host?: { readonly type: 'dns' | 'ip'; readonly value: string };
}

/**
 * What is certified of a key that a node stated and the trust list took up. An authority's key is certified to its issuer
 * URI, a key of the node's own (access, status) to the node's address and host.
 */
export function certifiedKey(
  kid: string,
  issuers: readonly IssuerEntry[],
  node: DirectoryNode,
): CertifiedKey | undefined {
  for (const { keys, name, uri } of issuers) {
    const key = keys.find((each) => each.kid === kid);
    if (!key) continue;
    const organization = node.name.zhHans;
    if (key.purposes.includes('credential')) return { key, commonName: name, organization, uri };
    return { key, commonName: organization, organization, uri: node.url, host: hostOf(node.url) };
  }
  return undefined;
}

function hostOf(url: string): CertifiedKey['host'] {
  const value = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return { type: isIP(value) === 0 ? 'dns' : 'ip', value };
}
