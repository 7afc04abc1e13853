import { FindApplications } from '../record/find-applications.js';
import { ListApplications } from '../record/list-applications.js';
import { ApplicationChanges } from '../watch/application-changes.js';
import { WatchApplication } from '../watch/watch-application.js';
import { AcceptApplication } from './accept-application.js';
import { AcceptLapsedApplications } from './accept-lapsed-applications.js';
import { CertifyApplication } from './certify-application.js';
import { CheckAgency } from './check-agency.js';
import { ComposeFiling } from './compose-filing.js';
import { CorrectApplication } from './correct-application.js';
import { DecideApplication } from './decide-application.js';
import { DeliverApplication } from './deliver-application.js';
import { EndSpecialProcedure } from './end-special-procedure.js';
import { ExtendReview } from './extend-review.js';
import { FileApplication } from './file-application.js';
import { NameHolder } from './name-holder.js';
import { NameParties } from './name-parties.js';
import { PrepareFiling } from './prepare-filing.js';
import { PresentCertificates } from './present-certificates.js';
import { RecordStep } from './record-step.js';
import { RefuseAcceptance } from './refuse-acceptance.js';
import { RequestCorrection } from './request-correction.js';
import { ReturnApplication } from './return-application.js';
import { RunOnce } from '../../repeatable/index.js';
import { StartReview } from './start-review.js';
import { StartSpecialProcedure } from './start-special-procedure.js';
import { SubmitApplication } from './submit-application.js';
import { TakeStep } from './take-step.js';
import { TendApplications } from './tend-applications.js';
import { TerminateApplication } from './terminate-application.js';
import { VerifyCertificates } from './verify-certificates.js';
import { WithdrawApplication } from './withdraw-application.js';

/** Everything the feature does, a file each: the parts that use cases share, then the use cases. */
export const applicationUseCases = [
  FindApplications,
  ListApplications,
  RunOnce,
  ApplicationChanges,
  RecordStep,
  CheckAgency,
  TakeStep,
  NameHolder,
  NameParties,
  PrepareFiling,
  PresentCertificates,
  ComposeFiling,
  FileApplication,
  AcceptApplication,
  AcceptLapsedApplications,
  CertifyApplication,
  CorrectApplication,
  DecideApplication,
  DeliverApplication,
  EndSpecialProcedure,
  ExtendReview,
  RefuseAcceptance,
  RequestCorrection,
  ReturnApplication,
  StartReview,
  StartSpecialProcedure,
  SubmitApplication,
  TendApplications,
  TerminateApplication,
  VerifyCertificates,
  WatchApplication,
  WithdrawApplication,
];
