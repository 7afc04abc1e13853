import { columnTypes, type ColumnTypes } from '#libs/persistence';
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Applications with their steps and materials, and the series of numbers. */
export class CreateApplications1790000000020 implements MigrationInterface {
  readonly name = 'CreateApplications1790000000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    const types = columnTypes(queryRunner);
    for (const table of [application(types), step(types), material(types), sequence(types)]) {
      await queryRunner.createTable(table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['number_sequence', 'application_material', 'application_step', 'application']) {
      await queryRunner.dropTable(name);
    }
  }
}

const application = ({ text, json, instant }: ColumnTypes): Table =>
  new Table({
    name: 'application',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'application_no', type: text },
      { name: 'item', type: text },
      { name: 'implementation', type: text },
      { name: 'city', type: text },
      { name: 'competent_division', type: text },
      { name: 'authority', type: text },
      { name: 'mode', type: text },
      { name: 'state', type: text },
      { name: 'acceptance_mode', type: text, isNullable: true },
      { name: 'outcome', type: text, isNullable: true },
      { name: 'applicant', type: text },
      { name: 'applicant_kind', type: text },
      { name: 'applicant_name', type: text },
      { name: 'agent', type: text, isNullable: true },
      { name: 'agent_name', type: text, isNullable: true },
      { name: 'intake', type: text, isNullable: true },
      { name: 'intake_division', type: text, isNullable: true },
      { name: 'intake_window', type: text, isNullable: true },
      { name: 'delivery', type: text },
      { name: 'result_type', type: text, isNullable: true },
      { name: 'result', type: text, isNullable: true },
      { name: 'terms', type: json },
      { name: 'clocks', type: json },
      { name: 'lapses_on', type: text, isNullable: true },
      { name: 'submitted_at', type: instant },
      { name: 'received_at', type: instant },
    ],
    indices: [
      { name: 'application_number', columnNames: ['application_no'], isUnique: true },
      { name: 'application_applicant', columnNames: ['applicant', 'submitted_at', 'id'] },
      { name: 'application_worklist', columnNames: ['state', 'submitted_at', 'id'] },
      { name: 'application_lapse', columnNames: ['lapses_on'] },
    ],
  });

const step = ({ text, longText, integer, json, instant }: ColumnTypes): Table =>
  new Table({
    name: 'application_step',
    columns: [
      { name: 'application', type: text, isPrimary: true },
      { name: 'ordinal', type: integer, isPrimary: true },
      { name: 'event', type: text },
      { name: 'from_state', type: text },
      { name: 'to_state', type: text },
      { name: 'at', type: instant },
      { name: 'actor', type: text },
      { name: 'subject', type: text },
      { name: 'document', type: json, isNullable: true },
      { name: 'opinion', type: longText, isNullable: true },
    ],
  });

const material = ({ text, longText, integer, json, instant }: ColumnTypes): Table =>
  new Table({
    name: 'application_material',
    columns: [
      { name: 'application', type: text, isPrimary: true },
      { name: 'requirement', type: text, isPrimary: true },
      { name: 'position', type: integer },
      { name: 'form', type: text },
      { name: 'status', type: text },
      { name: 'reason', type: text, isNullable: true },
      { name: 'certificate', type: text, isNullable: true },
      { name: 'document', type: json, isNullable: true },
      { name: 'declaration', type: longText, isNullable: true },
      { name: 'presentation', type: json, isNullable: true },
      { name: 'checked_at', type: instant, isNullable: true },
    ],
  });

const sequence = ({ text, integer }: ColumnTypes): Table =>
  new Table({
    name: 'number_sequence',
    columns: [
      { name: 'series', type: text, isPrimary: true },
      { name: 'last', type: integer },
    ],
  });
