import { columnTypes } from '#libs/persistence';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Mandates (委托书) that were granted at this node. */
export class CreateMandates1790000000700 implements MigrationInterface {
  readonly name = 'CreateMandates1790000000700';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, json, instant } = columnTypes(queryRunner);
    const columns = [
      { name: 'id', type: text, isPrimary: true },
      { name: 'principal', type: text },
      { name: 'principal_kind', type: text },
      { name: 'principal_name', type: text },
      { name: 'agent', type: text },
      { name: 'agent_name', type: text },
      { name: 'items', type: json },
      { name: 'cities', type: json },
      { name: 'commitments', type: 'boolean' },
      { name: 'granted_at', type: instant },
      { name: 'valid_until', type: text },
      { name: 'ended_by', type: text, isNullable: true },
      { name: 'ended_at', type: instant, isNullable: true },
    ];
    const indices = [
      { name: 'mandate_principal_newest', columnNames: ['principal', 'granted_at', 'id'] },
      { name: 'mandate_agent_newest', columnNames: ['agent', 'granted_at', 'id'] },
    ];
    await queryRunner.createTable(new Table({ name: 'mandate', columns, indices }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('mandate');
  }
}
