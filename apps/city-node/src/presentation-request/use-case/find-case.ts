import { Injectable } from '@nestjs/common';
import { type Holder, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { FindApplications } from '../../application/index.js';
import type { HolderKind } from '../../person/index.js';

/** The case a request is made for, and whose certificates it needs. */
export interface CaseOfRequest {
  /** Absent: the request is its own case. */
  readonly application?: string;
  /** Absent: the clerk does not know yet who stands at the window. */
  readonly applicant?: Holder;
  readonly applicantKind?: HolderKind;
}

/** Finds out for whom certificates are asked: the applicant of the application, or the caller (recognition.md §3.7). */
@Injectable()
export class FindCase {
  constructor(private readonly applications: FindApplications) {}

  /** @throws APPLICATION_UNKNOWN, BAD_INPUT when the application is for another item */
  async execute(caller: Caller, { application, item }: { application?: string; item: string }): Promise<CaseOfRequest> {
    if (!application) return { applicant: caller.holder, applicantKind: caller.holderKind };
    const found = await this.applications.visible({ id: application }, caller, 'input.application');
    if (found.item !== item) {
      const params = { constraint: 'isItemOfCase', reason: 'is not the item of the application' };
      throw new KuashiError('BAD_INPUT', { field: 'input.item', params });
    }
    return { application, applicant: found.applicant, applicantKind: found.applicantKind };
  }
}
