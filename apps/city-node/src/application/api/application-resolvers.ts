import { AcceptanceResolver } from './acceptance.resolver.js';
import { ApplicationChangesResolver } from './application-changes.resolver.js';
import { ApplicationFieldsResolver } from './application-fields.resolver.js';
import { ApplicationResolver } from './application.resolver.js';
import { DecisionResolver } from './decision.resolver.js';
import { ApplicationDocumentResolver } from './document.resolver.js';
import { FilingResolver } from './filing.resolver.js';
import { ApplicationMaterialResolver } from './material.resolver.js';
import { ReviewResolver } from './review.resolver.js';

/** The feature's part of the contract. */
export const applicationResolvers = [
  ApplicationResolver,
  ApplicationChangesResolver,
  ApplicationFieldsResolver,
  ApplicationMaterialResolver,
  ApplicationDocumentResolver,
  FilingResolver,
  AcceptanceResolver,
  ReviewResolver,
  DecisionResolver,
];
