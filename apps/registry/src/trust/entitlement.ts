import { type IssuerEntry, issuerUri } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import type { DirectoryNode } from '#libs/platform';
import type { Authority } from '#seeds';
import type { IssuerStatement, StatedIssuer } from './issuer-statement.js';

/**
 * The trust list's entries for a statement. A node speaks for the authorities of its own division and for no other;
 * what an authority may issue, and that its URI lies at the address the directory gives the node, is the province's word,
 * never the node's.
 * @param authorities those of the node's division, as the province knows them
 * @throws ISSUER_NOT_ENTITLED
 */
export function entitledIssuers(
  statement: IssuerStatement,
  node: DirectoryNode,
  authorities: readonly Authority[],
): IssuerEntry[] {
  return statement.issuers.map((stated) => {
    const authority = authorities.find(({ code }) => code === stated.authority);
    if (!authority) throw notEntitled(stated, `is no authority of ${node.division}`);
    if (authority.issues.length === 0) throw notEntitled(stated, 'issues no certificates');
    if (!stated.statusLists.every((prefix) => prefix.startsWith(`${node.url}/`))) {
      throw notEntitled(stated, 'has a status list that is not at its node');
    }
    return {
      authority: authority.code,
      uri: issuerUri(node.url, authority.code),
      name: authority.name.zhHans,
      division: authority.division,
      level: authority.level,
      types: authority.issues,
      statusLists: stated.statusLists,
      keys: stated.keys,
    };
  });
}

function notEntitled({ authority }: StatedIssuer, reason: string): KuashiError {
  return new KuashiError('ISSUER_NOT_ENTITLED', { field: 'issuers', params: { authority, reason } });
}
