import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One place of one status list, drawn for one signed form of a certificate: the register's own or a copy in a wallet.
 * Places are random, never used again, and outlive what they were drawn for.
 */
@Entity('status_entry')
@Index('status_entry_certificate', ['certificate'])
export class StatusEntry {
  /** Number of the list, from 1. */
  @PrimaryColumn('integer')
  list!: number;

  /** Place in the list, from 0. */
  @PrimaryColumn('integer')
  index!: number;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;
}
