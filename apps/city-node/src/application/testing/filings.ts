import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import type { OfferedMaterial } from '../rules/material-rules.js';
import { DeliveryMethod } from '../rules/vocabulary.js';
import { AcceptApplication } from '../use-case/accept-application.js';
import { StartReview } from '../use-case/start-review.js';
import { SubmitApplication, type SubmitApplicationRequest } from '../use-case/submit-application.js';
import { citizen, officer, type ApplicationWorld } from './application-world.js';

/** Everything the items of the specs ask for. */
export const materials: readonly OfferedMaterial[] = [
  { requirement: 'identity', certificate: 'cert_430200_01J00000000000000000000000' },
  { requirement: 'application-form', committed: true },
];

/** A complete filing. */
export function filing(more: Partial<SubmitApplicationRequest> = {}): SubmitApplicationRequest {
  return {
    item: 'pension',
    division: '430300',
    mode: 'FULLY_ONLINE',
    applicantName: '张三',
    delivery: DeliveryMethod.ELECTRONIC,
    materials,
    ...more,
  };
}

/** A case that has been submitted. */
export function submitted(
  world: ApplicationWorld,
  more: Partial<SubmitApplicationRequest> = {},
  applicant: Caller = citizen('zhang'),
): Promise<ApplicationRecord> {
  return world.get(SubmitApplication).execute(applicant, filing(more));
}

/** A case under review by Rita. */
export async function underReview(
  world: ApplicationWorld,
  more: Partial<SubmitApplicationRequest> = {},
): Promise<ApplicationRecord> {
  const { id: application } = await submitted(world, more);
  await world.get(AcceptApplication).execute(officer('acceptance-clerk'), { application });
  return world.get(StartReview).execute(officer('reviewer', { subject: 'rita' }), { application });
}
