import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out of one series: a division, a day, a mode. */
@Entity('number_sequence')
export class NumberSequence {
  @PrimaryColumn('varchar')
  series!: string;

  @Column('integer')
  last!: number;
}
