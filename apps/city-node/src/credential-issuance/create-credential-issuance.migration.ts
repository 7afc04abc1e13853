import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes, type ColumnTypes } from '#libs/persistence';

/** What goes into wallets: offers, answers and copies, waiting requests, and what was used once. */
export class CreateCredentialIssuance1790000000500 implements MigrationInterface {
  readonly name = 'CreateCredentialIssuance1790000000500';

  async up(queryRunner: QueryRunner): Promise<void> {
    const types = columnTypes(queryRunner);
    const tables = [offers(types), issuances(types), credentials(types), deferred(types), spent(types)];
    for (const table of tables) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = ['spent_token', 'deferred_issuance', 'wallet_credential', 'wallet_issuance', 'credential_offer'];
    for (const table of tables) await queryRunner.dropTable(table);
  }
}

function offers({ text, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'credential_offer',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'certificate', type: text },
      { name: 'content', type: json },
      { name: 'expires_at', type: instant },
    ],
    indices: [{ name: 'credential_offer_expiry', columnNames: ['expires_at'] }],
  });
}

function issuances({ text, instant }: ColumnTypes): Table {
  return new Table({
    name: 'wallet_issuance',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'certificate', type: text },
      { name: 'holder', type: text },
      { name: 'client_id', type: text, isNullable: true },
      { name: 'issued_at', type: instant },
      { name: 'event', type: text, isNullable: true },
      { name: 'notified_at', type: instant, isNullable: true },
    ],
    indices: [{ name: 'wallet_issuance_certificate', columnNames: ['certificate'] }],
  });
}

function credentials({ text, integer }: ColumnTypes): Table {
  return new Table({
    name: 'wallet_credential',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'issuance', type: text },
      { name: 'certificate', type: text },
      { name: 'holder_key', type: text },
      { name: 'status_list', type: text },
      { name: 'status_index', type: integer },
    ],
    indices: [
      { name: 'wallet_credential_certificate', columnNames: ['certificate'] },
      { name: 'wallet_credential_issuance', columnNames: ['issuance'] },
    ],
  });
}

function deferred({ text, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'deferred_issuance',
    columns: [
      { name: 'digest', type: text, isPrimary: true },
      { name: 'configuration', type: text },
      { name: 'application', type: text },
      { name: 'holder', type: text },
      { name: 'keys', type: json },
      { name: 'requested_at', type: instant },
      { name: 'expires_at', type: instant },
      { name: 'obtained_at', type: instant, isNullable: true },
    ],
    indices: [{ name: 'deferred_issuance_expiry', columnNames: ['expires_at'] }],
  });
}

function spent({ text, instant }: ColumnTypes): Table {
  return new Table({
    name: 'spent_token',
    columns: [
      { name: 'kind', type: text, isPrimary: true },
      { name: 'digest', type: text, isPrimary: true },
      { name: 'spent_by', type: text },
      { name: 'expires_at', type: instant },
    ],
    indices: [{ name: 'spent_token_expiry', columnNames: ['expires_at'] }],
  });
}
