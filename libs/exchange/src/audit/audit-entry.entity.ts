import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the append-only audit log. Never updated, never deleted. */
@Entity('audit_entry')
@Index('audit_entry_subject', ['subject'])
export class AuditEntry {
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn('integer')
  sequence!: number;

  /** When, as ISO 8601 in UTC: text, because it is part of what is hashed. */
  @Column('varchar')
  at!: string;

  /** Who: subject of the token, or `node:<division>`. */
  @Column('varchar')
  actor!: string;

  /** What: for example `application.accepted`. */
  @Column('varchar')
  action!: string;

  /** Id of what it was done to. */
  @Column('varchar')
  subject!: string;

  /** More about it, canonical JSON (RFC 8785) as text. */
  @Column('text')
  details!: string;

  /** Hash of the entry before, or 64 zeros. */
  @Column('varchar', { name: 'previous_hash' })
  previousHash!: string;

  /** SHA-256, hexadecimal, over the hash before and this entry's canonical JSON. */
  @Column('varchar')
  hash!: string;
}
