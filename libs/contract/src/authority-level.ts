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
    COUNTY: { description: 'Of a county (县级)' },
    MUNICIPAL: { description: 'Of a city (市级)' },
    PROVINCIAL: { description: 'Of the province (省级)' },
    NATIONAL: { description: 'Of the state (国家级)' },
  },
});
