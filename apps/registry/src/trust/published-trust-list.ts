import { Injectable } from '@nestjs/common';
import { type TrustList, verifyTrustList } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { RegistryContext } from '../reference/index.js';
import { TrustListVersion } from './trust-list-version.entity.js';

/** The trust list (信任列表) as it is served and as the registry itself verifies by it. */
@Injectable()
export class PublishedTrustList {
  private opened?: { readonly version: number; readonly list: Promise<TrustList> };

  constructor(
    private readonly context: RegistryContext,
    private readonly database: Database,
  ) {}

  /** A version as it was signed; the newest unless one is named. @throws NOT_FOUND */
  async signed(version?: number): Promise<{ version: number; token: string; etag: string }> {
    const where = version === undefined ? {} : { version };
    const row = await this.database.reads.findOne(TrustListVersion, { where, order: { version: 'DESC' } });
    if (!row) throw new KuashiError('NOT_FOUND');
    return { version: row.version, token: row.token, etag: `"${row.version}"` };
  }

  /** The newest version, opened once and kept with its imported keys. @throws NOT_FOUND before the first statement */
  async list(): Promise<TrustList> {
    const { version, token } = await this.signed();
    if (this.opened?.version === version) return this.opened.list;
    const { publicKey: anchor, clock } = this.context;
    const opened = { version, list: verifyTrustList(token, { anchor, clock }) };
    this.opened = opened;
    opened.list.catch(() => {
      if (this.opened === opened) this.opened = undefined;
    });
    return opened.list;
  }
}
