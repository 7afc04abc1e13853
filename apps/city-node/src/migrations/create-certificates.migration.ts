import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes, type ColumnTypes } from '#libs/persistence';

/** Authorities' keys, the certificate register and the record of uses. */
export class CreateCertificates1790000000010 implements MigrationInterface {
  readonly name = 'CreateCertificates1790000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    const types = columnTypes(queryRunner);
    for (const table of [authorityKey(types), certificate(types), certificateUse(types)]) {
      await queryRunner.createTable(table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['certificate_use', 'certificate', 'authority_key']) await queryRunner.dropTable(table);
  }
}

function authorityKey({ text, longText, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'authority_key',
    columns: [
      { name: 'kid', type: text, isPrimary: true },
      { name: 'authority', type: text, isNullable: true },
      { name: 'purpose', type: text },
      { name: 'public_key', type: json },
      { name: 'sealed_key', type: longText },
      { name: 'valid_from', type: instant },
      { name: 'valid_until', type: instant, isNullable: true },
    ],
  });
}

function certificate({ text, longText, integer, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'certificate',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'identifier', type: text },
      { name: 'type', type: text },
      { name: 'authority', type: text },
      { name: 'holder', type: text },
      { name: 'serial', type: text },
      { name: 'version', type: integer },
      { name: 'replaces', type: text, isNullable: true },
      { name: 'status', type: text },
      { name: 'status_reason', type: text, isNullable: true },
      { name: 'status_changed_at', type: instant, isNullable: true },
      { name: 'status_index', type: integer },
      { name: 'issued_at', type: instant },
      { name: 'valid_from', type: text },
      { name: 'valid_until', type: text, isNullable: true },
      { name: 'claims', type: json },
      { name: 'credential', type: longText },
      { name: 'case_reference', type: text },
    ],
    indices: [
      { name: 'certificate_identifier', columnNames: ['identifier'], isUnique: true },
      { name: 'certificate_status_index', columnNames: ['status_index'], isUnique: true },
      { name: 'certificate_holder_newest', columnNames: ['holder', 'issued_at', 'id'] },
      { name: 'certificate_status', columnNames: ['status'] },
    ],
  });
}

function certificateUse({ text, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'certificate_use',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'side', type: text, isPrimary: true },
      { name: 'certificate', type: text },
      { name: 'identifier', type: text },
      { name: 'type', type: text },
      { name: 'holder', type: text },
      { name: 'item', type: text },
      { name: 'case_reference', type: text },
      { name: 'purpose', type: text },
      { name: 'verifier_division', type: text },
      { name: 'verifier_authority', type: text },
      { name: 'verifier_name', type: json },
      { name: 'claims', type: json },
      { name: 'used_at', type: instant },
      { name: 'later_status', type: text, isNullable: true },
    ],
    indices: [
      { name: 'certificate_use_once', columnNames: ['side', 'case_reference', 'certificate'], isUnique: true },
      { name: 'certificate_use_holder_newest', columnNames: ['side', 'holder', 'used_at', 'id'] },
      { name: 'certificate_use_certificate', columnNames: ['side', 'certificate'] },
    ],
  });
}
