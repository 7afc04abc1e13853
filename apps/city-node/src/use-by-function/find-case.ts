import { Injectable } from '@nestjs/common';
import { type Holder, KuashiError } from '#libs/kernel';
import type { Caller, CallerRole } from '#libs/platform';
import { FindApplications, View, viewOf } from '../application/index.js';

/** Who may use a certificate in the exercise of duty: those who handle the case. */
export const functionRoles = ['acceptance-clerk', 'reviewer', 'decider'] as const satisfies readonly CallerRole[];

/** A case that an officer handles, and in which role. */
export interface HandledCase {
  readonly applicant: Holder;
  /** Unified social credit code of the authority that decides it. */
  readonly authority: string;
  readonly role: CallerRole;
}

/** Finds the case that a certificate is to be used for, for an officer of the authority that decides it. */
@Injectable()
export class FindCase {
  constructor(private readonly applications: FindApplications) {}

  /** @throws APPLICATION_UNKNOWN, FORBIDDEN, APPLICATION_STATE_CONFLICT for a case that is settled, BAD_INPUT for another item */
  async find(caller: Caller, { application: id, item }: { application: string; item: string }): Promise<HandledCase> {
    const application = await this.applications.visible({ id }, caller, 'input.application');
    const role = functionRoles.find((each) => caller.roles.includes(each));
    if (!role || viewOf(caller, application) !== View.OFFICER) throw new KuashiError('FORBIDDEN');
    if (application.outcome !== null) {
      const params = { state: application.state, event: 'use-certificate' };
      throw new KuashiError('APPLICATION_STATE_CONFLICT', { field: 'input.application', params });
    }
    if (application.item !== item) {
      const params = { constraint: 'isItemOfCase', limit: application.item, reason: 'is not the item of the case' };
      throw new KuashiError('BAD_INPUT', { field: 'input.item', params });
    }
    return { applicant: application.applicant, authority: application.authority, role };
  }
}
