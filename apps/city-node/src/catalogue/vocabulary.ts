import { registerEnumType } from '@nestjs/graphql';

/** How an item may be handled across cities (通办模式). Printed exactly as the registry prints it. */
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

/** In which days a limit is counted: working days (permit law art. 82) or calendar days, as the item's statute says. */
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
