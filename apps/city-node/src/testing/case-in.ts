import { createId, type Holder, SystemRandom } from '#libs/kernel';
import { ApplicationRecord } from '../application/record/application-record.entity.js';
import { ApplicationState, DeliveryMethod } from '../application/rules/vocabulary.js';
import type { CertificateWorld } from './certificate-world.js';
import { authorityOf } from './test-catalogue.js';

/** A case under review in a node of the specs, as it would stand there after a filing. @returns its ID */
export async function caseIn(
  { database, division, clock }: CertificateWorld,
  applicant: Holder,
  more: Partial<ApplicationRecord> = {},
): Promise<string> {
  const id = createId('application', division, { clock, random: new SystemRandom() });
  const at = clock.now();
  const row: Partial<ApplicationRecord> = {
    ...{ id, applicationNo: id, item: 'pension', implementation: 'spec', city: division, competentDivision: division },
    ...{ authority: authorityOf[division], mode: 'FULLY_ONLINE', state: ApplicationState.UNDER_REVIEW },
    ...{ applicant, applicantKind: 'natural-person', applicantName: '林一', delivery: DeliveryMethod.ELECTRONIC },
    ...{ terms: {} as ApplicationRecord['terms'], clocks: {} },
    ...{ submittedAt: at, receivedAt: at },
    ...more,
  };
  await database.unitOfWork.run((tx) => tx.insert(ApplicationRecord, row as ApplicationRecord));
  return id;
}
