import type { MaterialRequirement } from '#seeds';
import type { FoundCertificate, RecognitionLevel } from '../certificate-use/index.js';
import { assessCertificate, type EvidenceVerdict } from './assess-certificate.js';

/** How a material stands for the caller. */
export const materialStandings = ['SATISFIED', 'MISSING', 'UNDETERMINED', 'HELD_BY_ANOTHER', 'TO_BE_SUPPLIED'] as const;
export type MaterialStanding = (typeof materialStandings)[number];

/** A certificate that could serve, with the verdict on it. */
export interface AssessedCertificate {
  readonly found: FoundCertificate;
  readonly level: RecognitionLevel;
  readonly verdict: EvidenceVerdict;
}

/** A material with what speaks for it. */
export interface AssessedMaterial {
  readonly material: MaterialRequirement;
  readonly standing: MaterialStanding;
  readonly certificates: readonly AssessedCertificate[];
}

/** What was found for a holder. */
export interface Findings {
  readonly certificates: readonly FoundCertificate[];
  /** Whether every node answered: what a silent node holds is not known. */
  readonly complete: boolean;
  /** The level the rules grant a certificate for the item in the city. */
  readonly levelOf: (found: FoundCertificate) => RecognitionLevel;
  /** Day in Asia/Shanghai. */
  readonly today: string;
}

/** Whose certificates a caller can show without anybody else's consent. */
const ownSubjects: readonly MaterialRequirement['whose'][] = ['APPLICANT', 'ASSET'];

/** Materials that an e-certificate of the caller can serve. */
export const servedByOwnCertificates = ({ kind, anyOf, whose }: MaterialRequirement): boolean =>
  kind === 'CERTIFICATE' && anyOf.length > 0 && ownSubjects.includes(whose);

/** Holds one material against what was found. Usable certificates come first. */
export function assessMaterial(material: MaterialRequirement, findings: Findings): AssessedMaterial {
  if (!servedByOwnCertificates(material)) {
    const standing = material.kind === 'CERTIFICATE' ? 'HELD_BY_ANOTHER' : 'TO_BE_SUPPLIED';
    return { material, standing, certificates: [] };
  }
  const certificates = findings.certificates
    .filter(({ type }) => material.anyOf.includes(type))
    .map((found) => {
      const level = findings.levelOf(found);
      return { found, level, verdict: assessCertificate(found, level, findings.today) };
    })
    .sort((one, other) => Number(isUsable(other)) - Number(isUsable(one)));
  return { material, standing: standingOf(certificates, findings.complete), certificates };
}

function standingOf(certificates: readonly AssessedCertificate[], complete: boolean): MaterialStanding {
  if (certificates.some(isUsable)) return 'SATISFIED';
  return complete ? 'MISSING' : 'UNDETERMINED';
}

const isUsable = ({ verdict }: AssessedCertificate): boolean => verdict === 'USABLE';
