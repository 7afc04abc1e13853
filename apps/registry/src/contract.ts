import { emitContract, rootFieldAccess } from '#libs/platform';
import { routingDirectives } from '#libs/routing';
import { BundleResolver, MaterialRequirementResolver, ServiceItemResolver } from './catalogue/index.js';
import { CertificateTypeResolver, ClaimNameResolver } from './certificate-type/index.js';
import { RecognitionExplanationResolver, RecognitionReasonResolver } from './recognition/index.js';
import { VerificationCheckResolver, VerificationReportResolver, VerifiedIssuerResolver } from './verify/index.js';

/** Every resolver of the registry: one that is not listed is missing from the contract. */
export const resolvers = [
  ServiceItemResolver,
  MaterialRequirementResolver,
  BundleResolver,
  CertificateTypeResolver,
  ClaimNameResolver,
  RecognitionExplanationResolver,
  RecognitionReasonResolver,
  VerificationReportResolver,
  VerificationCheckResolver,
  VerifiedIssuerResolver,
] as const;

/** The registry's GraphQL schema as SDL, with its routing directives. */
export const emit = (): Promise<string> => emitContract({ resolvers, directives: routingDirectives });

/** Who may call which root field. */
export const access = () => rootFieldAccess(resolvers);
