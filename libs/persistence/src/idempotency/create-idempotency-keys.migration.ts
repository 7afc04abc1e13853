import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes } from '../column-types.js';

/** The table of idempotency keys. */
export class CreateIdempotencyKeys1790000000001 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKeys1790000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, instant } = columnTypes(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'idempotency_key',
        columns: [
          { name: 'scope', type: text, isPrimary: true },
          { name: 'key', type: text, isPrimary: true },
          { name: 'fingerprint', type: text },
          { name: 'resource', type: text, isNullable: true },
          { name: 'first_used_at', type: instant },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('idempotency_key');
  }
}
