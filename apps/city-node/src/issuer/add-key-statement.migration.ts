import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnTypes } from '#libs/persistence';

/** When the registry accepted a key: before that it does not take over. */
export class AddKeyStatement1790000000300 implements MigrationInterface {
  readonly name = 'AddKeyStatement1790000000300';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { instant } = columnTypes(queryRunner);
    await queryRunner.addColumn(
      'authority_key',
      new TableColumn({ name: 'stated_at', type: instant, isNullable: true }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('authority_key', 'stated_at');
  }
}
