import { columnTypes } from '#libs/persistence';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The applicant's number as a window has read it, sealed until the certificate is written. */
export class AddSealedNumber1790000000030 implements MigrationInterface {
  readonly name = 'AddSealedNumber1790000000030';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text: type } = columnTypes(queryRunner);
    await queryRunner.addColumn('application', new TableColumn({ name: 'sealed_number', type, isNullable: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('application', 'sealed_number');
  }
}
