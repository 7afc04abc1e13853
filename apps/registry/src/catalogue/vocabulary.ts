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

/** In which days a limit is counted. */
export enum DayUnit {
  WORKING = 'WORKING',
  CALENDAR = 'CALENDAR',
}
registerEnumType(DayUnit, {
  name: 'DayUnit',
  description: 'In which days a limit is counted (时限单位)',
  valuesMap: {
    WORKING: { description: 'Working days with the published swaps (工作日)' },
    CALENDAR: { description: 'Calendar days (自然日)' },
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
