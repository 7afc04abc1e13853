import { AskRegister } from './ask-register.js';
import { DrawUpRequest } from './draw-up-request.js';
import { FindCase } from './find-case.js';
import { FindRequests } from './find-requests.js';
import { InspectCredential } from './inspect-credential.js';
import { OpenRequest } from './open-request.js';
import { PlanRequest } from './plan-request.js';
import { ServeRequest } from './serve-request.js';
import { TakeAnswer } from './take-answer.js';
import { TakeWalletUses } from './take-wallet-uses.js';
import { VerifyAnswer } from './verify-answer.js';
import { WitnessUse } from './witness-use.js';

/** Everything the feature does. */
export const presentationUseCases = [
  FindCase,
  PlanRequest,
  DrawUpRequest,
  OpenRequest,
  FindRequests,
  ServeRequest,
  InspectCredential,
  AskRegister,
  TakeWalletUses,
  VerifyAnswer,
  TakeAnswer,
  WitnessUse,
];
