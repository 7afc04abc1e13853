import { columnTypes } from '#libs/persistence';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The mandate under which an agent files and acts (委托书). */
export class AddMandate1790000000701 implements MigrationInterface {
  readonly name = 'AddMandate1790000000701';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text: type } = columnTypes(queryRunner);
    await queryRunner.addColumn('application', new TableColumn({ name: 'mandate', type, isNullable: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('application', 'mandate');
  }
}
