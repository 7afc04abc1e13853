import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import { CredentialFault, signTrustList, type TrustListContent } from '#libs/credential';
import { AuditLog } from '#libs/exchange';
import { UnitOfWork } from '#libs/persistence';
import { PublishedDirectory } from '../directory/index.js';
import { RegistryContext } from '../reference/index.js';
import { Authorities } from './authorities.js';
import { entitledIssuers } from './entitlement.js';
import { malformed, statedDivision, verifyStatement, type IssuerStatement } from './issuer-statement.js';
import { NodeIssuers } from './node-issuers.entity.js';
import { requireNode } from './policies.js';
import { TrustListVersion } from './trust-list-version.entity.js';

/** Seconds that the clocks of node and registry may differ. */
const clockTolerance = 60;

/** Takes a node's signed statement about its issuers and publishes a new version of the trust list when it says more. */
@Injectable()
export class AcceptStatement {
  /** Versions are numbered without gaps: one statement at a time. */
  private readonly turn = new Mutex();

  constructor(
    private readonly context: RegistryContext,
    private readonly directory: PublishedDirectory,
    private readonly authorities: Authorities,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the version of the trust list that holds the statement; repeating a statement makes no new one
   * @throws SENDER_UNKNOWN, ENVELOPE_INVALID, ISSUER_NOT_ENTITLED
   */
  async execute(token: string): Promise<{ version: number }> {
    const division = statedDivision(token);
    const node = requireNode(await this.directory.nodeOf(division), division);
    const statement = await verifyStatement(token, node.keys);
    this.assertNotAhead(statement);
    const issuers = entitledIssuers(statement, node, this.authorities.of(node.division));
    const said = Object.assign(new NodeIssuers(), {
      division,
      issuers,
      statement: token,
      statedAt: new Date(statement.iat * 1000),
    });
    return this.turn.runExclusive(() => this.unitOfWork.run((tx) => this.apply(tx, said)));
  }

  /** A statement from the future would make every later one an older one. */
  private assertNotAhead({ iat }: IssuerStatement): void {
    if (iat > this.context.clock.now().getTime() / 1000 + clockTolerance) throw malformed('iat');
  }

  private async apply(tx: EntityManager, said: NodeIssuers): Promise<{ version: number }> {
    const known = await tx.findOneBy(NodeIssuers, { division: said.division });
    if (known && known.statedAt > said.statedAt) {
      throw malformed('older than one accepted before');
    }
    const version = await latestVersion(tx);
    if (known && isDeepStrictEqual(known.issuers, JSON.parse(JSON.stringify(said.issuers)))) return { version };
    await tx.save(NodeIssuers, said);
    await this.publish(tx, version + 1, said.division);
    await this.audit.append(tx, {
      actor: `node:${said.division}`,
      action: 'trust.issuers-stated',
      subject: `trust-list:${version + 1}`,
      details: { authorities: said.issuers.map(({ authority }) => authority) },
    });
    return { version: version + 1 };
  }

  private async publish(tx: EntityManager, version: number, cause: string): Promise<void> {
    const rows = await tx.find(NodeIssuers, { order: { division: 'ASC' } });
    const issuedAt = this.context.clock.now();
    const content = { version, issuedAt: issuedAt.toISOString(), issuers: rows.flatMap(({ issuers }) => issuers) };
    const token = await this.sign(content);
    await tx.insert(TrustListVersion, { version, issuedAt, cause, token });
  }

  /** What no reader of the list would accept (a key that is another authority's, a private key) is the statement's fault. */
  private async sign(content: TrustListContent): Promise<string> {
    try {
      return await signTrustList(content, this.context.signingKey);
    } catch (fault) {
      throw fault instanceof CredentialFault ? malformed(fault.detail ?? fault.reason) : fault;
    }
  }
}

async function latestVersion(tx: EntityManager): Promise<number> {
  return (await tx.maximum(TrustListVersion, 'version', {})) ?? 0;
}
