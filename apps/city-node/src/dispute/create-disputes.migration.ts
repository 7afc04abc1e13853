import { columnTypes } from '#libs/persistence';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Objections of holders to uses of their certificates. */
export class CreateDisputes1790000000402 implements MigrationInterface {
  readonly name = 'CreateDisputes1790000000402';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, longText, instant } = columnTypes(queryRunner);
    const texts = ['use', 'certificate', 'item', 'case_reference', 'owner', 'verifier', 'verifier_authority'];
    const columns = [
      { name: 'id', type: text, isPrimary: true },
      ...texts.map((name) => ({ name, type: text })),
      { name: 'holder', type: text, isNullable: true },
      { name: 'state', type: text },
      { name: 'statement', type: longText },
      { name: 'raised_at', type: instant },
      { name: 'reply', type: longText, isNullable: true },
      { name: 'replied_at', type: instant, isNullable: true },
      { name: 'outcome', type: text, isNullable: true },
      { name: 'answer', type: longText, isNullable: true },
      { name: 'answered_at', type: instant, isNullable: true },
    ];
    const indices = [
      { name: 'certificate_dispute_use', columnNames: ['use'], isUnique: true },
      { name: 'certificate_dispute_newest', columnNames: ['raised_at', 'id'] },
    ];
    await queryRunner.createTable(new Table({ name: 'certificate_dispute', columns, indices }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('certificate_dispute');
  }
}
