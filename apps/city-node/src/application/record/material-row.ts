import type { VerifiedPresentation } from '../../certificate-use/index.js';
import { MaterialStatus, type JudgedMaterial } from '../rules/material-rules.js';
import type { MaterialRecord, Presentation } from './material-record.entity.js';

/** The row of a material as it is handed in; its certificate verified if it was presented. */
export function materialRow(
  application: string,
  position: number,
  material: JudgedMaterial & { readonly presentation?: VerifiedPresentation },
): MaterialRecord {
  const { requirement, offered, form, status, presentation } = material;
  return {
    application,
    requirement: requirement.key,
    position,
    form,
    status: presentation ? MaterialStatus.VERIFIED : status,
    reason: null,
    certificate: offered.certificate ?? null,
    document: offered.document ?? null,
    declaration: offered.declaration ?? null,
    presentation: presentation ? presentationOf(presentation) : null,
    checkedAt: presentation?.checkedAt ?? null,
  };
}

/** What is kept of a presentation. */
export function presentationOf(presented: VerifiedPresentation): Presentation {
  const { identifier, type, issuer, claims, use, credential } = presented;
  return { identifier, type, issuedIn: issuer.division, claims, use, credential };
}
