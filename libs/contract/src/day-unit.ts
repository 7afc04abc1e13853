import { registerEnumType } from '@nestjs/graphql';

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
