import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnTypes, type ColumnTypes } from '#libs/persistence';
import { chainStart } from '../audit/audit-chain.js';

/** Outbox, inbox and audit log. */
export class CreateExchange1790000000002 implements MigrationInterface {
  readonly name = 'CreateExchange1790000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    const types = columnTypes(queryRunner);
    const tables = [outboxMessage, outboxLine, inboxMessage, auditEntry, auditHead];
    for (const table of tables) await queryRunner.createTable(table(types));
    // The chain has an end from the start, so that whoever appends finds one row to lock.
    await queryRunner.query(`INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '${chainStart}')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['audit_head', 'audit_entry', 'inbox_message', 'outbox_line', 'outbox_message'])
      await queryRunner.dropTable(table);
  }
}

function outboxMessage({ text, longText, integer, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'outbox_message',
    columns: [
      { name: 'id', type: text, isPrimary: true },
      { name: 'receiver', type: text },
      { name: 'sequence', type: integer },
      { name: 'type', type: text },
      { name: 'payload', type: json },
      { name: 'issued_at', type: instant },
      { name: 'settled_at', type: instant, isNullable: true },
      { name: 'outcome', type: text, isNullable: true },
      { name: 'receipt', type: longText, isNullable: true },
    ],
    indices: [
      { name: 'outbox_message_order', columnNames: ['receiver', 'sequence'], isUnique: true },
      { name: 'outbox_message_pending', columnNames: ['settled_at', 'receiver'] },
    ],
  });
}

function outboxLine({ text, integer, instant }: ColumnTypes): Table {
  return new Table({
    name: 'outbox_line',
    columns: [
      { name: 'receiver', type: text, isPrimary: true },
      { name: 'last_sequence', type: integer },
      { name: 'failures', type: integer },
      { name: 'next_attempt_at', type: instant, isNullable: true },
      { name: 'last_error', type: text, isNullable: true },
    ],
  });
}

function inboxMessage({ text, longText, integer, json, instant }: ColumnTypes): Table {
  return new Table({
    name: 'inbox_message',
    columns: [
      { name: 'sender', type: text, isPrimary: true },
      { name: 'id', type: text, isPrimary: true },
      { name: 'sequence', type: integer },
      { name: 'type', type: text },
      { name: 'digest', type: text },
      { name: 'envelope', type: longText },
      { name: 'received_at', type: instant },
      { name: 'outcome', type: text, isNullable: true },
      { name: 'result', type: json, isNullable: true },
    ],
  });
}

function auditEntry({ text, longText, integer }: ColumnTypes): Table {
  return new Table({
    name: 'audit_entry',
    columns: [
      { name: 'sequence', type: integer, isPrimary: true },
      { name: 'at', type: text },
      { name: 'actor', type: text },
      { name: 'action', type: text },
      { name: 'subject', type: text },
      { name: 'details', type: longText },
      { name: 'previous_hash', type: text },
      { name: 'hash', type: text },
    ],
    indices: [{ name: 'audit_entry_subject', columnNames: ['subject'] }],
  });
}

function auditHead({ text, integer }: ColumnTypes): Table {
  return new Table({
    name: 'audit_head',
    columns: [
      { name: 'id', type: integer, isPrimary: true },
      { name: 'sequence', type: integer },
      { name: 'hash', type: text },
    ],
  });
}
