import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes } from '#libs/persistence';

/** Owners of what several own together. */
export class CreateCertificateOwners1790000000201 implements MigrationInterface {
  readonly name = 'CreateCertificateOwners1790000000201';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text } = columnTypes(queryRunner);
    const columns = [
      { name: 'certificate', type: text, isPrimary: true },
      { name: 'holder', type: text, isPrimary: true },
      { name: 'share', type: text, isNullable: true },
    ];
    const indices = [{ name: 'certificate_owner_holder', columnNames: ['holder'] }];
    await queryRunner.createTable(new Table({ name: 'certificate_owner', columns, indices }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('certificate_owner');
  }
}
