import { registerEnumType } from '@nestjs/graphql';

/** What kind of thing a material is (材料形式). */
export enum MaterialKind {
  CERTIFICATE = 'CERTIFICATE',
  FORM = 'FORM',
  PHOTO = 'PHOTO',
  DECLARATION = 'DECLARATION',
  ORIGINAL = 'ORIGINAL',
}
registerEnumType(MaterialKind, {
  name: 'MaterialKind',
  description: 'What kind of thing a material is (材料形式)',
  valuesMap: {
    CERTIFICATE: { description: 'An e-certificate can serve (电子证照)' },
    FORM: { description: 'A form to fill in (申请表)' },
    PHOTO: { description: 'A photograph (照片)' },
    DECLARATION: { description: 'A statement in writing (声明)' },
    ORIGINAL: { description: 'The paper itself must be seen (原件)' },
  },
});

/** Whose certificate or paper a material is. */
export enum MaterialSubject {
  APPLICANT = 'APPLICANT',
  LEGAL_REPRESENTATIVE = 'LEGAL_REPRESENTATIVE',
  SPOUSE = 'SPOUSE',
  CHILD = 'CHILD',
  DECEASED = 'DECEASED',
  ASSET = 'ASSET',
}
registerEnumType(MaterialSubject, {
  name: 'MaterialSubject',
  description: 'Whose certificate or paper a material is (材料归属)',
  valuesMap: {
    APPLICANT: { description: 'The applicant (申请人)' },
    LEGAL_REPRESENTATIVE: { description: 'The legal representative of the applicant (法定代表人)' },
    SPOUSE: { description: 'The applicant’s spouse (配偶)' },
    CHILD: { description: 'The applicant’s child (子女)' },
    DECEASED: { description: 'Somebody who has died (逝者)' },
    ASSET: { description: 'Of a thing the applicant owns (资产)' },
  },
});

/** Whether a material must be there when one applies. */
export enum MaterialNecessity {
  REQUIRED = 'REQUIRED',
  DEFERRABLE = 'DEFERRABLE',
}
registerEnumType(MaterialNecessity, {
  name: 'MaterialNecessity',
  description: 'Whether a material must be there when one applies (必要性)',
  valuesMap: {
    REQUIRED: { description: 'Must be there (必备)' },
    DEFERRABLE: { description: 'May be handed in later (可容缺)' },
  },
});
