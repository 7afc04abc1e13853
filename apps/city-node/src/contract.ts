import { emitContract, rootFieldAccess } from '#libs/platform';
import { routingDirectives } from '#libs/routing';
import { applicationResolvers } from './application/index.js';
import { AuthorityResolver } from './catalogue/index.js';
import { certificateResolvers } from './certificate/index.js';
import { CertificateUseResolver, PresentedCertificateResolver } from './certificate-use/index.js';
import { CredentialOfferResolver } from './credential-issuance/index.js';
import { DisputeOfUseResolver, DisputeResolver } from './dispute/index.js';
import {
  EvidenceCertificateResolver,
  EvidenceResolver,
  EvidenceSourceResolver,
  PaperFreeShareResolver,
  MaterialEvidenceResolver,
} from './evidence/index.js';
import { ImplementationResolver, ServiceItemResolver } from './implementation/index.js';
import { IntakeResolver } from './intake/index.js';
import { MandateResolver } from './mandate/index.js';
import { NodeLookupResolver } from './node-lookup/index.js';
import { UseByFunctionResolver } from './use-by-function/index.js';
import { UseCodeResolver } from './use-code/index.js';
import { presentationRequestResolvers } from './presentation-request/index.js';
import { ServiceCentreResolver, WindowResolver } from './window/index.js';

/** Every resolver of a node: one that is not listed is missing from the contract. */
export const resolvers = [
  NodeLookupResolver,
  ServiceItemResolver,
  ImplementationResolver,
  AuthorityResolver,
  ServiceCentreResolver,
  WindowResolver,
  ...certificateResolvers,
  CertificateUseResolver,
  PresentedCertificateResolver,
  EvidenceResolver,
  MaterialEvidenceResolver,
  EvidenceCertificateResolver,
  EvidenceSourceResolver,
  PaperFreeShareResolver,
  ...applicationResolvers,
  IntakeResolver,
  UseCodeResolver,
  ...presentationRequestResolvers,
  UseByFunctionResolver,
  CredentialOfferResolver,
  MandateResolver,
  DisputeResolver,
  DisputeOfUseResolver,
] as const;

/** The node's GraphQL schema as SDL, with its routing directives. */
export const emit = (): Promise<string> => emitContract({ resolvers, directives: routingDirectives });

/** Who may call which root field. */
export const access = () => rootFieldAccess(resolvers);
