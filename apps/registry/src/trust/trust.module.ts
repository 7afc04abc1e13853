import { Module } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { UnitOfWork } from '#libs/persistence';
import { DirectoryModule } from '../directory/index.js';
import { RegistryContext } from '../reference/index.js';
import { AcceptStatement } from './accept-statement.js';
import { Authorities } from './authorities.js';
import { PublishedTrustList } from './published-trust-list.js';
import { RenewTrustList } from './renew-trust-list.js';
import { TendTrustList } from './tend-trust-list.js';
import { TrustListVersions } from './trust-list-versions.js';
import { TrustController } from './trust.controller.js';

/** The registry's own hash-chained log: its trust decisions can be proven like any node's acts. */
const auditLog = {
  provide: AuditLog,
  inject: [UnitOfWork, RegistryContext],
  useFactory: (unitOfWork: UnitOfWork, { clock }: RegistryContext) => new AuditLog(unitOfWork, clock),
};

@Module({
  imports: [DirectoryModule],
  controllers: [TrustController],
  providers: [
    AcceptStatement,
    Authorities,
    PublishedTrustList,
    RenewTrustList,
    TendTrustList,
    TrustListVersions,
    auditLog,
  ],
  exports: [Authorities, PublishedTrustList, AuditLog],
})
export class TrustModule {}
