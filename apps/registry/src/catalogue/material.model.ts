import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { LocalizedName, MaterialRequirement as MaterialRow } from '#seeds';
import { MaterialKind, MaterialNecessity, MaterialSubject } from './material-vocabulary.js';
import { Audience } from './vocabulary.js';

/** One material of an item (申请材料). */
@ObjectType({ description: 'One material of an item (申请材料)' })
export class MaterialRequirement {
  @Field(() => ID, { description: 'Key within the item (材料键)' })
  key!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => MaterialKind, { description: 'What kind of thing it is (材料形式)' })
  kind!: MaterialKind;

  /** Keys of the types; the resolver answers the types. */
  anyOfKeys!: readonly string[];

  @Field(() => [String], { description: 'The claims that may be disclosed for it, and no others (可披露字段)' })
  claims!: readonly string[];

  @Field(() => Audience, { description: 'Which kind of applicant brings it (适用申请人)' })
  applicantKind!: Audience;

  @Field(() => MaterialSubject, { description: 'Whose it is (材料归属)' })
  whose!: MaterialSubject;

  @Field(() => MaterialNecessity, { description: 'Whether it must be there when one applies (必要性)' })
  necessity!: MaterialNecessity;

  @Field(() => Boolean, { description: 'A written commitment may stand in for it (告知承诺)' })
  commitmentAllowed!: boolean;
}

const applicantKinds: Readonly<Record<MaterialRow['applicantKind'], Audience>> = {
  'natural-person': Audience.INDIVIDUAL,
  'legal-person': Audience.LEGAL_PERSON,
  both: Audience.BOTH,
};

/** A row of the files as the API shows it. */
export function presentMaterial(row: MaterialRow): MaterialRequirement {
  const { name, anyOf, ...rest } = row;
  return {
    ...rest,
    names: name,
    anyOfKeys: anyOf,
    kind: MaterialKind[row.kind],
    whose: MaterialSubject[row.whose],
    necessity: MaterialNecessity[row.necessity],
    applicantKind: applicantKinds[row.applicantKind],
  };
}
