import { columnTypes } from '#libs/persistence';
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Intakes of this city's windows. */
export class CreateIntakes1790000000021 implements MigrationInterface {
  readonly name = 'CreateIntakes1790000000021';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, json, instant } = columnTypes(queryRunner);
    const columns = [
      { name: 'id', type: text, isPrimary: true },
      { name: 'receipt_no', type: text },
      { name: 'window', type: text },
      { name: 'clerk', type: text },
      { name: 'item', type: text },
      { name: 'competent_division', type: text },
      { name: 'competent_city', type: text },
      { name: 'applicant', type: text },
      { name: 'applicant_kind', type: text },
      { name: 'applicant_name', type: text },
      { name: 'applicant_number', type: text },
      { name: 'agent_name', type: text, isNullable: true },
      { name: 'delivery', type: text },
      { name: 'materials', type: json },
      { name: 'receipt', type: json },
      { name: 'state', type: text },
      { name: 'return_reason', type: json, isNullable: true },
      { name: 'application', type: text, isNullable: true },
      { name: 'application_no', type: text, isNullable: true },
      { name: 'application_state', type: text, isNullable: true },
      { name: 'application_outcome', type: text, isNullable: true },
      { name: 'received_at', type: instant },
      { name: 'handed_over_at', type: instant, isNullable: true },
      { name: 'settled_at', type: instant, isNullable: true },
    ];
    const indices = [
      { name: 'intake_receipt', columnNames: ['receipt_no'], isUnique: true },
      { name: 'intake_window', columnNames: ['window', 'received_at', 'id'] },
    ];
    await queryRunner.createTable(new Table({ name: 'intake', columns, indices }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('intake');
  }
}
