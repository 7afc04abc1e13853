import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the chain, one row: locked by whoever appends, and the proof that no entry was cut off. */
@Entity('audit_head')
export class AuditHead {
  /** Always 1. */
  @PrimaryColumn('integer')
  id!: number;

  /** Sequence of the last entry; 0 before the first. */
  @Column('integer')
  sequence!: number;

  @Column('varchar')
  hash!: string;
}
