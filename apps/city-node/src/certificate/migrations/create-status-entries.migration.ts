import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { columnTypes, type ColumnTypes } from '#libs/persistence';

/** Places of status lists become rows of their own: several for one certificate, in several lists. */
export class CreateStatusEntries1790000000200 implements MigrationInterface {
  readonly name = 'CreateStatusEntries1790000000200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(statusEntry(columnTypes(queryRunner)));
    await queryRunner.query(
      'INSERT INTO "status_entry" ("list", "index", "certificate") SELECT 1, "status_index", "id" FROM "certificate"',
    );
    await queryRunner.dropIndex('certificate', 'certificate_status_index');
    await queryRunner.dropColumn('certificate', 'status_index');
  }

  /** Each certificate keeps its place in the first list; more than that the old table cannot say. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const { integer } = columnTypes(queryRunner);
    await queryRunner.addColumn(
      'certificate',
      new TableColumn({ name: 'status_index', type: integer, isNullable: true }),
    );
    await queryRunner.query(
      'UPDATE "certificate" SET "status_index" = (SELECT MIN("index") FROM "status_entry" WHERE "list" = 1 AND "status_entry"."certificate" = "certificate"."id")',
    );
    const unique = { name: 'certificate_status_index', columnNames: ['status_index'], isUnique: true };
    await queryRunner.createIndex('certificate', new TableIndex(unique));
    await queryRunner.dropTable('status_entry');
  }
}

function statusEntry({ text, integer }: ColumnTypes): Table {
  return new Table({
    name: 'status_entry',
    columns: [
      { name: 'list', type: integer, isPrimary: true },
      { name: 'index', type: integer, isPrimary: true },
      { name: 'certificate', type: text },
    ],
    indices: [{ name: 'status_entry_certificate', columnNames: ['certificate'] }],
  });
}
