import { KuashiError } from '#libs/kernel';
import type { DirectoryNode } from '#libs/platform';

/** Who may change the trust list, and what. */
export const policies = [
  { action: 'trust.state-issuers', who: 'a node of the directory, for its own division' },
  { action: 'trust.renew-list', who: 'the registry itself, by its clock' },
] as const;

/** @throws SENDER_UNKNOWN when no node of the directory speaks for the division */
export function requireNode(node: DirectoryNode | undefined, division: string): DirectoryNode {
  if (!node) throw new KuashiError('SENDER_UNKNOWN', { params: { sender: division, node: division } });
  return node;
}
