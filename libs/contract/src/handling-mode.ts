import { registerEnumType } from '@nestjs/graphql';

/** How an item may be handled across cities (通办模式). */
export enum HandlingMode {
  FULLY_ONLINE = 'FULLY_ONLINE',
  REMOTE_INTAKE = 'REMOTE_INTAKE',
  MULTI_CITY_JOINT = 'MULTI_CITY_JOINT',
  ANY_OFFICE = 'ANY_OFFICE',
}
registerEnumType(HandlingMode, {
  name: 'HandlingMode',
  description: 'How an item may be handled across cities (通办模式)',
  valuesMap: {
    FULLY_ONLINE: { description: 'Online, at the competent city (全程网办)' },
    REMOTE_INTAKE: { description: 'A window elsewhere takes the papers, the competent city decides (异地代收代办)' },
    MULTI_CITY_JOINT: { description: 'One filing, parts in several cities (多地联办)' },
    ANY_OFFICE: { description: 'The office where one applies is itself competent (全国通办)' },
  },
});
