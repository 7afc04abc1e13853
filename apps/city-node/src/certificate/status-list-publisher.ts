import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { issueStatusListToken, StatusList } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { IssuerKeys } from '../issuer/index.js';
import { NodeContext } from '../node-context/index.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { publishedStatus } from './certificate-states.js';
import { statusListUri } from './sign-certificate.js';
import { statusListSize } from './status-indices.js';

/** Seconds an outside verifier may keep the list, and seconds a signed copy is good at all. */
const ttlSeconds = 60;
const lifetimeSeconds = 600;

/** A signed status list and its ETag. */
export interface PublishedStatusList {
  readonly token: string;
  readonly etag: string;
}

interface Publication extends PublishedStatusList {
  readonly version: number;
  readonly signedAt: number;
}

/** The node's one status list (Token Status List): read from the register when asked for, signed anew when it changed. */
@Injectable()
export class StatusListPublisher {
  /** Rises with every committed change, so that a list read before the change is not served after it. */
  private version = 0;
  private current?: Promise<Publication>;

  constructor(
    private readonly database: Database,
    private readonly keys: IssuerKeys,
    private readonly node: NodeContext,
  ) {}

  /** Told after a status change is on disk. */
  changed(): void {
    this.version += 1;
  }

  /** The list as of now. @throws NOT_FOUND for a list this node does not have */
  async published(list: string): Promise<PublishedStatusList> {
    if (!statusListUri(this.node.url).endsWith(`/${list}`)) throw new KuashiError('NOT_FOUND');
    const current = await this.current?.catch(() => undefined);
    if (current && this.isFresh(current)) return current;
    this.current = this.publish(this.version);
    return this.current;
  }

  /** A signed copy is served for half of its `ttl`: whoever fetches it has at least the other half. */
  private isFresh({ version, signedAt }: Publication): boolean {
    const age = this.node.now().getTime() - signedAt;
    return version === this.version && age >= 0 && age < (ttlSeconds * 1000) / 2;
  }

  private async publish(version: number): Promise<Publication> {
    const list = new StatusList(statusListSize);
    const ended = await this.database.reads.find(CertificateRecord, {
      select: { statusIndex: true, status: true },
      where: { status: Not('VALID') },
    });
    for (const { statusIndex, status } of ended) list.set(statusIndex, publishedStatus[status]);
    const signedAt = this.node.now().getTime();
    const publication = {
      uri: statusListUri(this.node.url),
      key: await this.keys.statusKey(),
      ttlSeconds,
      lifetimeSeconds,
    };
    const token = await issueStatusListToken(list, publication, { clock: this.node.clock });
    return { token, etag: `"${signedAt}-${version}"`, version, signedAt };
  }
}
