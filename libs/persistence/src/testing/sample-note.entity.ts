import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Table } from 'typeorm';
import { columnTypes } from '../column-types.js';
import { BytesColumn, InstantColumn, JsonColumn } from '../columns.js';

/** A table for the specs of this library, with a column of every kind. */
@Entity('sample_note')
export class SampleNote {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('boolean')
  pinned!: boolean;

  @Column('text')
  body!: string;

  @InstantColumn({ name: 'written_at' })
  writtenAt!: Date;

  @InstantColumn({ name: 'read_at', nullable: true })
  readAt!: Date | null;

  @JsonColumn()
  tags!: string[];

  @BytesColumn()
  seal!: Buffer;
}

export class CreateSampleNotes1780000000000 implements MigrationInterface {
  readonly name = 'CreateSampleNotes1780000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const types = columnTypes(queryRunner);
    const columns = [
      { name: 'id', type: types.text, isPrimary: true },
      { name: 'version', type: types.integer },
      { name: 'pinned', type: types.boolean },
      { name: 'body', type: types.longText },
      { name: 'written_at', type: types.instant },
      { name: 'read_at', type: types.instant, isNullable: true },
      { name: 'tags', type: types.json },
      { name: 'seal', type: types.bytes },
    ];
    await queryRunner.createTable(new Table({ name: 'sample_note', columns }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('sample_note');
  }
}

export const sampleSchema = { entities: [SampleNote], migrations: [CreateSampleNotes1780000000000] };

export function sampleNote(id: string): SampleNote {
  return Object.assign(new SampleNote(), {
    id,
    version: 1,
    pinned: true,
    body: '模拟数据',
    writtenAt: new Date('2026-11-23T08:00:00.123Z'),
    readAt: null,
    tags: ['长沙', '株洲'],
    seal: Buffer.from([0, 1, 254, 255]),
  });
}
