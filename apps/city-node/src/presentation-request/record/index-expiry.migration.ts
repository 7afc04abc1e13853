import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const table = 'presentation_request';
const name = 'presentation_request_expiry';

/** Old requests are found without looking at all of them. */
export class IndexPresentationExpiry1790000000601 implements MigrationInterface {
  readonly name = 'IndexPresentationExpiry1790000000601';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createIndex(table, new TableIndex({ name, columnNames: ['expires_at'] }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex(table, name);
  }
}
