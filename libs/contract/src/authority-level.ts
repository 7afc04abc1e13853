import { registerEnumType } from '@nestjs/graphql';

/** Level of the authority that decides or issues (行使层级). */
export enum AuthorityLevel {
  COUNTY = 'COUNTY',
  MUNICIPAL = 'MUNICIPAL',
  PROVINCIAL = 'PROVINCIAL',
  NATIONAL = 'NATIONAL',
}
registerEnumType(AuthorityLevel, {
  name: 'AuthorityLevel',
  description: 'Level of the authority that decides or issues (行使层级)',
  valuesMap: {
    COUNTY: { description: '县级' },
    MUNICIPAL: { description: '市级' },
    PROVINCIAL: { description: '省级' },
    NATIONAL: { description: '国家级' },
  },
});
