import { columnTypes } from '#libs/persistence';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** One-time codes that holders show. */
export class CreateUseCodes1790000000401 implements MigrationInterface {
  readonly name = 'CreateUseCodes1790000000401';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, instant } = columnTypes(queryRunner);
    const columns = [
      { name: 'id', type: text, isPrimary: true },
      { name: 'text_hash', type: text },
      { name: 'certificate', type: text },
      { name: 'holder', type: text },
      { name: 'item', type: text, isNullable: true },
      { name: 'created_at', type: instant },
      { name: 'expires_at', type: instant },
      { name: 'used_at', type: instant, isNullable: true },
      { name: 'use', type: text, isNullable: true },
    ];
    const indices = [
      { name: 'use_code_text', columnNames: ['text_hash'], isUnique: true },
      { name: 'use_code_expiry', columnNames: ['expires_at'] },
    ];
    await queryRunner.createTable(new Table({ name: 'use_code', columns, indices }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('use_code');
  }
}
