import { Injectable } from '@nestjs/common';
import { issueStatusListToken } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { IssuerKeys } from '../../issuer/index.js';
import { NodeContext } from '../../node-context/index.js';
import { listNumber, statusListUri } from './status-list-address.js';
import { type KeptList, StatusLists } from './status-lists.js';

/** Seconds an outside verifier may keep a list, and seconds a signed copy is good at all. */
const ttlSeconds = 60;
const lifetimeSeconds = 600;

/** A signed status list and its ETag. */
export interface PublishedStatusList {
  readonly token: string;
  readonly etag: string;
}

interface Publication {
  readonly version: number;
  readonly signedAt: number;
  readonly token: Promise<string>;
}

/** Signs the node's status lists (Token Status List) when they are asked for and have changed since they were signed. */
@Injectable()
export class StatusListPublisher {
  private readonly current = new Map<string, Publication>();

  constructor(
    private readonly lists: StatusLists,
    private readonly keys: IssuerKeys,
    private readonly node: NodeContext,
  ) {}

  /**
   * A list as of now: from the commit of a change on nothing older is given.
   * @param list its number, as in its address
   * @throws NOT_FOUND for a list this node does not have
   */
  async published(list: string): Promise<PublishedStatusList> {
    const number = listNumber(list);
    const kept = number === undefined ? undefined : await this.lists.find(number);
    if (number === undefined || !kept) throw new KuashiError('NOT_FOUND');
    const { version, signedAt, token } = this.publicationOf(statusListUri(this.node.url, number), kept);
    return { token: await token, etag: `"${signedAt}-${version}"` };
  }

  /** Whoever asks for the same version at the same time gets the same signature. */
  private publicationOf(uri: string, kept: KeptList): Publication {
    const current = this.current.get(uri);
    if (current?.version === kept.version && this.isFresh(current)) return current;
    const token = this.sign(uri, kept);
    const publication = { version: kept.version, signedAt: this.node.now().getTime(), token };
    this.current.set(uri, publication);
    token.catch(() => this.current.delete(uri));
    return publication;
  }

  /** A signed copy is served for half of its `ttl`: whoever fetches it has at least the other half. */
  private isFresh({ signedAt }: Publication): boolean {
    const age = this.node.now().getTime() - signedAt;
    return age >= 0 && age < (ttlSeconds * 1000) / 2;
  }

  private async sign(uri: string, { packed }: KeptList): Promise<string> {
    const publication = { uri, key: await this.keys.statusKey(), ttlSeconds, lifetimeSeconds };
    return issueStatusListToken(packed, publication, { clock: this.node.clock });
  }
}
