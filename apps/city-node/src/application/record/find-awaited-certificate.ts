import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Holder } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { ApplicationState } from '../rules/vocabulary.js';
import { ApplicationRecord } from './application-record.entity.js';

/** A case whose certificate is awaited, and what became of it. */
export interface AwaitedCertificate {
  /** Application ID. */
  readonly application: string;
  /** Certificate ID once an officer has certified; null while the grant waits for it. */
  readonly certificate: string | null;
}

/** Finds grants whose certificate (制证) is still to be written: decided, and in the issuing officer's hands. */
@Injectable()
export class FindAwaitedCertificate {
  constructor(private readonly database: Database) {}

  /** The newest grant of an applicant that will end in a certificate of a type. */
  async of(applicant: Holder, resultType: string): Promise<AwaitedCertificate | undefined> {
    const { GRANTED: state } = ApplicationState;
    const record = await this.database.reads.findOne(ApplicationRecord, {
      where: { applicant, resultType, state, result: IsNull() },
      order: { submittedAt: 'DESC' },
    });
    return record ? { application: record.id, certificate: null } : undefined;
  }

  /** What became of a grant; undefined when it will not end in a certificate any more. */
  async by(application: string): Promise<AwaitedCertificate | undefined> {
    const record = await this.database.reads.findOneBy(ApplicationRecord, { id: application });
    const waits = record?.state === ApplicationState.GRANTED || (record && record.result !== null);
    return record && waits ? { application, certificate: record.result } : undefined;
  }
}
