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

/** What the receiving city may do with another city's certificate (互认等级). */
export enum RecognitionLevel {
  R0 = 'R0',
  R1 = 'R1',
  R2 = 'R2',
  R3 = 'R3',
  R4 = 'R4',
  R5 = 'R5',
}
registerEnumType(RecognitionLevel, {
  name: 'RecognitionLevel',
  description:
    'What the receiving city may do with another city’s certificate (互认等级); a higher level includes the lower',
  valuesMap: {
    R0: { description: 'Nothing: ask for paper (不认可)' },
    R1: { description: 'Look at it and decide under its own responsibility (亮证)' },
    R2: { description: 'Ask whether it is valid (核验)' },
    R3: { description: 'Receive named fields for an item (数据共享)' },
    R4: { description: 'Receive the signed file and archive it as an original (证照文件)' },
    R5: { description: 'Issue or print on behalf of the issuing city (代发)' },
  },
});
