import { InstantColumn, JsonColumn } from '#libs/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MaterialForm, MaterialStatus, ScannedDocument } from '../rules/material-rules.js';

/** What a certificate's presentation proved, kept with the case. */
export interface Presentation {
  /** 电子证照标识 */
  readonly identifier: string;
  /** Certificate type key */
  readonly type: string;
  /** Division of the issuing authority */
  readonly issuedIn: string;
  /** Only what the material asks for */
  readonly claims: object;
  /** ID of the use in the holder's record */
  readonly use: string;
  /** The SD-JWT VC as it was presented */
  readonly credential: string;
}

/** One material of a case (材料). */
@Entity('application_material')
export class MaterialRecord {
  @PrimaryColumn('varchar')
  application!: string;

  /** Key of the item's requirement */
  @PrimaryColumn('varchar')
  requirement!: string;

  @Column('integer')
  position!: number;

  @Column('varchar')
  form!: MaterialForm;

  @Column('varchar')
  status!: MaterialStatus;

  /** Error code of a failed check */
  @Column('varchar', { nullable: true })
  reason!: string | null;

  /** Certificate ID */
  @Column('varchar', { nullable: true })
  certificate!: string | null;

  @JsonColumn({ nullable: true })
  document!: ScannedDocument | null;

  @Column('text', { nullable: true })
  declaration!: string | null;

  @JsonColumn({ nullable: true })
  presentation!: Presentation | null;

  @InstantColumn({ name: 'checked_at', nullable: true })
  checkedAt!: Date | null;
}
