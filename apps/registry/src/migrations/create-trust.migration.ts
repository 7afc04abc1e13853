import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes } from '#libs/persistence';

/** The issuers each node stated, and the versions of the trust list. */
export class CreateTrust1790000001001 implements MigrationInterface {
  readonly name = 'CreateTrust1790000001001';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, longText, integer, instant, json } = columnTypes(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'node_issuers',
        columns: [
          { name: 'division', type: text, isPrimary: true },
          { name: 'stated_at', type: instant },
          { name: 'statement', type: longText },
          { name: 'issuers', type: json },
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'trust_list_version',
        columns: [
          { name: 'version', type: integer, isPrimary: true },
          { name: 'issued_at', type: instant },
          { name: 'cause', type: text },
          { name: 'token', type: longText },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('trust_list_version');
    await queryRunner.dropTable('node_issuers');
  }
}
