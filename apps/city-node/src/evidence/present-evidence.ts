import { RecognitionLevel } from '#libs/contract';
import { type Catalogue, presentAuthority } from '../catalogue/index.js';
import type { AssessedCertificate, AssessedMaterial } from './assess-material.js';
import { servedByOwnCertificates } from './assess-material.js';
import type { Evidence, EvidenceCertificate, EvidenceSource, MaterialEvidence } from './evidence.model.js';
import type { GatheredEvidence } from './gather-evidence.js';
import { type PaperFreeCount, paperFreeCount } from './paper-free-share.js';

/** Gathered evidence as the API shows it. */
export function presentEvidence(
  { item, city, materials, unavailable }: GatheredEvidence,
  catalogue: Catalogue,
): Evidence {
  const lacking = materials.filter(({ material, standing }) => {
    return servedByOwnCertificates(material) && material.necessity === 'REQUIRED' && standing !== 'SATISFIED';
  });
  return {
    itemKey: item,
    city,
    complete: lacking.length === 0,
    materials: materials.map((assessed) => presentMaterial(assessed, catalogue)),
    missing: lacking.map((assessed) => presentMaterial(assessed, catalogue)),
    paperFreeShare: shareOf(materials),
    unavailableCities: unavailable,
  };
}

/** For this caller: what a certificate satisfies today, or a commitment stands in for. */
function shareOf(materials: readonly AssessedMaterial[]): PaperFreeCount {
  const satisfied = new Set(
    materials.filter(({ standing }) => standing === 'SATISFIED').map(({ material }) => material),
  );
  return paperFreeCount(
    materials.map(({ material }) => material),
    (material) => satisfied.has(material),
  );
}

function presentMaterial(
  { material, standing, certificates }: AssessedMaterial,
  catalogue: Catalogue,
): MaterialEvidence {
  const lacking = standing === 'MISSING' || standing === 'UNDETERMINED';
  return {
    key: material.key,
    names: material.name,
    state: standing,
    satisfied: standing === 'SATISFIED',
    required: material.necessity === 'REQUIRED',
    commitmentAllowed: material.commitmentAllowed,
    certificates: certificates.map(presentCertificate),
    obtainableFrom: lacking ? material.anyOf.map((type) => sourceOf(type, catalogue)) : [],
  };
}

function presentCertificate({ found, level, verdict }: AssessedCertificate): EvidenceCertificate {
  const { id, type, issuer, validUntil } = found;
  return {
    certificateId: id,
    typeKey: type,
    issuer: { code: issuer.authority, names: issuer.name, division: issuer.division },
    validUntil,
    recognitionLevel: RecognitionLevel[level],
    usable: verdict === 'USABLE',
    verdict,
  };
}

const sourceOf = (typeKey: string, catalogue: Catalogue): EvidenceSource => ({
  typeKey,
  authorities: catalogue.issuersOf(typeKey).map(presentAuthority),
});
