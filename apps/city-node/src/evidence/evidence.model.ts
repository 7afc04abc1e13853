import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RecognitionLevel } from '#libs/contract';
import { describeText, DivisionCodeScalar, LocalDateScalar } from '#libs/platform';
import type { LocalizedName } from '#seeds';
import { Authority, CertificateType, presentAuthority } from '../catalogue/index.js';
import { type EvidenceVerdict, evidenceVerdicts } from './assess-certificate.js';
import { PaperFreeShare } from './paper-free-share.model.js';
import type { AssessedCertificate, AssessedMaterial, MaterialStanding } from './assess-material.js';
import { verdictTexts } from './verdict-texts.js';

/** How a material stands for the caller. */
export enum MaterialEvidenceState {
  SATISFIED = 'SATISFIED',
  MISSING = 'MISSING',
  UNDETERMINED = 'UNDETERMINED',
  HELD_BY_ANOTHER = 'HELD_BY_ANOTHER',
  TO_BE_SUPPLIED = 'TO_BE_SUPPLIED',
}
registerEnumType(MaterialEvidenceState, {
  name: 'MaterialEvidenceState',
  description: 'How a material stands for the caller (材料就绪情况)',
  valuesMap: {
    SATISFIED: { description: 'A certificate serves it (已有证照可用)' },
    MISSING: { description: 'No certificate that could serve it was found (缺少)' },
    UNDETERMINED: { description: 'None was found, but a city did not answer (暂无法确定)' },
    HELD_BY_ANOTHER: { description: 'It is another person’s certificate; the caller cannot show it (他人证照)' },
    TO_BE_SUPPLIED: {
      description: 'A form, photograph, declaration or original that the applicant supplies (自行提供)',
    },
  },
});

/** The verdict on one certificate as a GraphQL enum. */
export const EvidenceVerdictKind = Object.fromEntries(evidenceVerdicts.map((verdict) => [verdict, verdict])) as {
  [Verdict in EvidenceVerdict]: Verdict;
};
registerEnumType(EvidenceVerdictKind, {
  name: 'EvidenceVerdict',
  description: 'Why a certificate does or does not serve a material (可用性)',
  valuesMap: Object.fromEntries(
    evidenceVerdicts.map((verdict) => [verdict, { description: describeText(verdictTexts[verdict]) }]),
  ),
});

/** A certificate that could serve a material. */
@ObjectType({ description: 'A certificate that could serve a material (可用证照)' })
export class EvidenceCertificate {
  /** ID; the resolver answers the certificate. */
  certificateId!: string;

  /** Key; the resolver answers the type. */
  typeKey!: string;

  @Field(() => Authority, { description: 'Who issued it (颁发机构)' })
  issuer!: Authority;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of validity; null: long-term (长期)' })
  validUntil!: string | null;

  @Field(() => RecognitionLevel, { description: 'What this city may do with it for this item (互认等级)' })
  recognitionLevel!: RecognitionLevel;

  @Field(() => Boolean, { description: 'Whether it serves the material (是否可用)' })
  usable!: boolean;

  @Field(() => EvidenceVerdictKind, { description: 'Why it does or does not (可用性结论)' })
  verdict!: EvidenceVerdict;
}

/** A material of the item with what speaks for it. */
@ObjectType({ description: 'A material of an item with the certificates that speak for it (材料与可用证照)' })
export class MaterialEvidence {
  @Field(() => ID, { description: 'Key of the material within the item (材料键)' })
  key!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => MaterialEvidenceState, { description: 'How it stands (就绪情况)' })
  state!: MaterialStanding;

  @Field(() => Boolean, { description: 'Whether a certificate serves it (是否已满足)' })
  satisfied!: boolean;

  @Field(() => Boolean, { description: 'Must be there when one applies (必备)' })
  required!: boolean;

  @Field(() => Boolean, { description: 'A written commitment may stand in for it (告知承诺)' })
  commitmentAllowed!: boolean;

  @Field(() => [EvidenceCertificate], { description: 'Certificates that could serve it, usable ones first (可用证照)' })
  certificates!: readonly EvidenceCertificate[];

  @Field(() => [EvidenceSource], {
    description: 'Where a certificate that serves it is issued, when none was found (证照办理渠道)',
  })
  obtainableFrom!: readonly EvidenceSource[];
}

/** A kind of certificate and who issues it to people of this city. */
@ObjectType({ description: 'A kind of certificate and who issues it to people of this city (证照办理渠道)' })
export class EvidenceSource {
  /** Key; the resolver answers the type. */
  typeKey!: string;

  @Field(() => [Authority], { description: 'Who issues it (颁发机构)' })
  authorities!: readonly Authority[];
}

/** Which materials of an item the caller's certificates satisfy in a city. */
@ObjectType({ description: 'Which materials of an item the caller’s certificates satisfy in a city (免证办)' })
export class Evidence {
  /** Key; the resolver answers the item. */
  itemKey!: string;

  @Field(() => DivisionCodeScalar, { description: 'The city (办理城市)' })
  city!: string;

  @Field(() => Boolean, {
    description: 'Whether certificates serve every required material that a certificate can serve (材料是否齐备)',
  })
  complete!: boolean;

  @Field(() => [MaterialEvidence], { description: 'The materials for this kind of applicant (材料)' })
  materials!: readonly MaterialEvidence[];

  @Field(() => [MaterialEvidence], {
    description:
      'Required materials that a certificate could serve and none does yet, with who issues them (缺少的材料)',
  })
  missing!: readonly MaterialEvidence[];

  @Field(() => PaperFreeShare, {
    description: 'How many of the materials need no paper from this caller (本人免提交比例)',
  })
  paperFreeShare!: PaperFreeShare;

  @Field(() => [ID], { description: 'Nodes that did not answer: what they hold is not known (未答复的城市)' })
  unavailableCities!: readonly string[];
}

export type { AssessedCertificate, AssessedMaterial, CertificateType };
export { presentAuthority };
