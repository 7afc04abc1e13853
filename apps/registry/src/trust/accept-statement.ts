import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { PublishedDirectory } from '../directory/index.js';
import { RegistryContext } from '../reference/index.js';
import { Authorities } from './authorities.js';
import { entitledIssuers } from './entitlement.js';
import { malformed, statedDivision, verifyStatement, type IssuerStatement } from './issuer-statement.js';
import { NodeIssuers } from './node-issuers.entity.js';
import { requireNode } from './policies.js';
import { TrustListVersions } from './trust-list-versions.js';

/** Seconds that the clocks of node and registry may differ. */
const clockTolerance = 60;

/** Takes a node's signed statement about its issuers and publishes a new version of the trust list when it says more. */
@Injectable()
export class AcceptStatement {
  constructor(
    private readonly context: RegistryContext,
    private readonly directory: PublishedDirectory,
    private readonly authorities: Authorities,
    private readonly versions: TrustListVersions,
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
    return this.versions.inTurn((tx) => this.apply(tx, said));
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
    const repeated = known && isDeepStrictEqual(known.issuers, JSON.parse(JSON.stringify(said.issuers)));
    // Repeated or not, what was said earlier is over: nobody can bring it up again.
    await tx.save(NodeIssuers, said);
    if (repeated) return { version: (await this.versions.newest(tx)).version };
    const version = await this.versions.publish(tx, said.division);
    await refuseForeignKeys(tx, said);
    await this.audit.append(tx, {
      actor: `node:${said.division}`,
      action: 'trust.issuers-stated',
      subject: `trust-list:${version}`,
      details: { authorities: said.issuers.map(({ authority }) => authority) },
    });
    return { version };
  }
}

/**
 * A key belongs to the node that stated it first, for whatever purpose: one that another node could state as its own
 * would be certified to that node.
 * @throws ENVELOPE_INVALID
 */
async function refuseForeignKeys(tx: EntityManager, { division, issuers }: NodeIssuers): Promise<void> {
  const others = await tx.findBy(NodeIssuers, { division: Not(division) });
  const taken = new Set(others.flatMap(kidsOf));
  if (kidsOf({ issuers }).some((kid) => taken.has(kid))) throw malformed('kid');
}

const kidsOf = ({ issuers }: Pick<NodeIssuers, 'issuers'>): string[] =>
  issuers.flatMap(({ keys }) => keys.map(({ kid }) => kid));
