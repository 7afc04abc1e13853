import { columnTypes } from '#libs/persistence';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Requests for certificates out of wallets. */
export class CreatePresentationRequests1790000000600 implements MigrationInterface {
  readonly name = 'CreatePresentationRequests1790000000600';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text, longText, json, instant } = columnTypes(queryRunner);
    const columns = [
      { name: 'id', type: text, isPrimary: true },
      ...['state', 'requester', 'item', 'division', 'authority', 'case_reference'].map((name) => ({
        name,
        type: text,
      })),
      ...['response_mode', 'flow', 'client_id', 'nonce', 'wallet_state'].map((name) => ({ name, type: text })),
      ...['clerk_role', 'applicant', 'redirect_uri', 'response_code', 'refusal', 'detail'].map((name) => ({
        name,
        type: text,
        isNullable: true,
      })),
      { name: 'asked', type: json },
      { name: 'results', type: json },
      { name: 'encryption_key', type: json, isNullable: true },
      { name: 'sealed_key', type: longText, isNullable: true },
      { name: 'created_at', type: instant },
      { name: 'expires_at', type: instant },
      { name: 'received_at', type: instant, isNullable: true },
      { name: 'settled_at', type: instant, isNullable: true },
    ];
    await queryRunner.createTable(new Table({ name: 'presentation_request', columns }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('presentation_request');
  }
}
