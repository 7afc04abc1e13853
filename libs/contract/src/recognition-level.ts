import { registerEnumType } from '@nestjs/graphql';

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
    'What the receiving city may do with another city’s certificate; a higher level includes the lower (互认等级)',
  valuesMap: {
    R0: { description: 'Nothing: ask for paper (不认可)' },
    R1: { description: 'Look at it and decide under its own responsibility (亮证)' },
    R2: { description: 'Ask whether it is valid (核验)' },
    R3: { description: 'Receive named fields for an item (数据共享)' },
    R4: { description: 'Receive the signed file and archive it as an original (证照文件)' },
    R5: { description: 'Issue or print on behalf of the issuing city (代发)' },
  },
});
