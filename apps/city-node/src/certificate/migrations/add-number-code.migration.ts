import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { columnTypes } from '#libs/persistence';

const index = 'certificate_number_newest';

/** What certificates are found by when only kind and number are known. */
export class AddNumberCode1790000000800 implements MigrationInterface {
  readonly name = 'AddNumberCode1790000000800';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text: type } = columnTypes(queryRunner);
    await queryRunner.addColumn('certificate', new TableColumn({ name: 'number_code', type, isNullable: true }));
    const columnNames = ['number_code', 'issued_at', 'id'];
    await queryRunner.createIndex('certificate', new TableIndex({ name: index, columnNames }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('certificate', index);
    await queryRunner.dropColumn('certificate', 'number_code');
  }
}
