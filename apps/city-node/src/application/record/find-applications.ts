import { Injectable } from '@nestjs/common';
import { Database, findRow } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { In } from 'typeorm';
import { View, viewOf } from '../rules/policies.js';
import { ApplicationRecord } from './application-record.entity.js';
import type { ApplicationStep } from './application-step.entity.js';
import { applicationUnknown, materialsOf, stepsOf } from './case-file.js';
import type { MaterialRecord } from './material-record.entity.js';

/** Reads cases. Whatever a caller may not read does not exist for that caller. */
@Injectable()
export class FindApplications {
  constructor(private readonly database: Database) {}

  /** A case as it is on disk, whoever asks. @throws APPLICATION_UNKNOWN */
  async byId(id: string): Promise<ApplicationRecord> {
    const application = await findRow(this.database.reads, ApplicationRecord, { id });
    if (!application) throw applicationUnknown('input.application');
    return application;
  }

  /** Whether a case is on disk. */
  async exists(id: string): Promise<boolean> {
    return (await findRow(this.database.reads, ApplicationRecord, { id })) !== null;
  }

  /** A case by ID or number, for a caller. @throws APPLICATION_UNKNOWN */
  async visible(
    where: { id: string } | { applicationNo: string },
    caller: Caller,
    field = Object.keys(where)[0],
  ): Promise<ApplicationRecord> {
    const application = await findRow(this.database.reads, ApplicationRecord, where);
    if (!application || viewOf(caller, application) === View.NONE) throw applicationUnknown(field);
    return application;
  }

  /** The cases of the ids that a caller may read, in their order; null for the others. */
  async allVisible(ids: readonly string[], caller: Caller): Promise<(ApplicationRecord | null)[]> {
    const found = await this.database.reads.findBy(ApplicationRecord, { id: In([...ids]) });
    const readable = found.filter((application) => viewOf(caller, application) !== View.NONE);
    return ids.map((id) => readable.find((application) => application.id === id) ?? null);
  }

  /** The steps of a case, oldest first. */
  steps(application: string): Promise<ApplicationStep[]> {
    return stepsOf(this.database.reads, application);
  }

  /** The materials of a case. */
  materials(application: string): Promise<MaterialRecord[]> {
    return materialsOf(this.database.reads, application);
  }
}
