import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes } from '#libs/persistence';

/** The X.509 certificates the province issued. */
export class CreateX5091790000001300 implements MigrationInterface {
  readonly name = 'CreateX5091790000001300';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, longText, instant } = columnTypes(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'x509_certificate',
        columns: [
          { name: 'serial', type: text, isPrimary: true },
          { name: 'kid', type: text },
          { name: 'subject', type: text },
          { name: 'not_before', type: instant },
          { name: 'not_after', type: instant },
          { name: 'der', type: longText },
        ],
        indices: [{ name: 'x509_certificate_kid', columnNames: ['kid'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('x509_certificate');
  }
}
