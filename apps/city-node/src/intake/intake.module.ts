import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { ApplicationModule } from '../application/index.js';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { ConfirmHandover } from './confirm-handover.js';
import { FileHandover } from './file-handover.js';
import { FindIntakes } from './find-intakes.js';
import { FollowIntake } from './follow-intake.js';
import { presentIntake } from './intake.model.js';
import { IntakeResolver } from './intake.resolver.js';
import { PrepareIntake } from './prepare-intake.js';
import { ReceiveApplication } from './receive-application.js';

/** Everything the feature does, on both sides of a handover. */
export const intakeUseCases = [
  PrepareIntake,
  ReceiveApplication,
  FileHandover,
  ConfirmHandover,
  FollowIntake,
  FindIntakes,
];

/** Intakes (收件): what windows take in, and what becomes of it. */
@Module({
  imports: [NodeLookupModule, ApplicationModule],
  providers: [...intakeUseCases, IntakeResolver],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly found: FindIntakes,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.intake, async (ids, caller) => {
      const records = await this.found.allVisible(ids, caller);
      return records.map((record) => record && presentIntake(record));
    });
  }
}
