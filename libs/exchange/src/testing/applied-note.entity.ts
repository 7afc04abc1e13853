import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Table } from 'typeorm';
import { columnTypes, type Schema } from '#libs/persistence';
import { exchangeEntities, exchangeMigrations } from '../schema.js';

/** An effect for the specs of this library: one row per message applied. */
@Entity('applied_note')
export class AppliedNote {
  @PrimaryColumn('varchar')
  id!: string;

  /** Counted up within the table, to see the order. */
  @Column('integer')
  position!: number;
}

export class CreateAppliedNotes1790000000099 implements MigrationInterface {
  readonly name = 'CreateAppliedNotes1790000000099';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, integer } = columnTypes(queryRunner);
    const columns = [
      { name: 'id', type: text, isPrimary: true },
      { name: 'position', type: integer },
    ];
    await queryRunner.createTable(new Table({ name: 'applied_note', columns }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('applied_note');
  }
}

export const exchangeTestSchema: Schema = {
  entities: [...exchangeEntities, AppliedNote],
  migrations: [...exchangeMigrations, CreateAppliedNotes1790000000099],
};
