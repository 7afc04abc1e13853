import { registerEnumType } from '@nestjs/graphql';

/** For whom an item, a bundle or a material is meant (服务对象). */
export enum Audience {
  INDIVIDUAL = 'INDIVIDUAL',
  LEGAL_PERSON = 'LEGAL_PERSON',
  BOTH = 'BOTH',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'For whom an item is meant (服务对象)',
  valuesMap: {
    INDIVIDUAL: { description: 'Natural persons (自然人)' },
    LEGAL_PERSON: { description: 'Legal persons (法人)' },
    BOTH: { description: 'Either (自然人和法人)' },
  },
});

/** The event from which the limits of an item run. */
export enum ClockStart {
  ACCEPTANCE = 'ACCEPTANCE',
  RECEIPT = 'RECEIPT',
}
registerEnumType(ClockStart, {
  name: 'ClockStart',
  description: 'The event from which the limits of an item run (起算点)',
  valuesMap: {
    ACCEPTANCE: { description: 'The acceptance by the competent city (受理)' },
    RECEIPT: { description: 'The day the papers were received (收件)' },
  },
});
