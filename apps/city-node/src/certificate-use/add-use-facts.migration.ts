import { columnTypes, type ColumnTypes } from '#libs/persistence';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const table = 'certificate_use';
const once = 'certificate_use_once';

/** How each use came about, who acted, on what basis, and its receipt; a case may use a certificate in several ways. */
export class AddUseFacts1790000000400 implements MigrationInterface {
  readonly name = 'AddUseFacts1790000000400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex(table, once);
    await queryRunner.addColumns(table, columns(columnTypes(queryRunner)));
    await queryRunner.query(`UPDATE ${table} SET occasion = case_reference`);
    await queryRunner.createIndex(table, onceBy('occasion'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex(table, once);
    await queryRunner.dropColumns(table, columns(columnTypes(queryRunner)));
    await queryRunner.createIndex(table, onceBy('case_reference'));
  }
}

const onceBy = (column: string): TableIndex =>
  new TableIndex({ name: once, columnNames: ['side', column, 'certificate'], isUnique: true });

function columns({ text, longText }: ColumnTypes): TableColumn[] {
  const optional = ['clerk', 'clerk_role', 'legal_basis', 'mandate', 'result', 'question'];
  return [
    new TableColumn({ name: 'channel', type: text, default: "'CASE'" }),
    new TableColumn({ name: 'occasion', type: text, default: "''" }),
    ...optional.map((name) => new TableColumn({ name, type: text, isNullable: true })),
    new TableColumn({ name: 'receipt', type: longText, isNullable: true }),
  ];
}
