import { columnTypes } from '#libs/persistence';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Which authority's certificate a dispute is about, at the node that owns it: its officers answer, no others. */
export class AddDisputeIssuer1790000000403 implements MigrationInterface {
  readonly name = 'AddDisputeIssuer1790000000403';

  async up(queryRunner: QueryRunner): Promise<void> {
    const { text: type } = columnTypes(queryRunner);
    await queryRunner.addColumn('certificate_dispute', new TableColumn({ name: 'issuer', type, isNullable: true }));
    await queryRunner.query(
      'UPDATE "certificate_dispute" SET "issuer" = (SELECT "authority" FROM "certificate" WHERE "certificate"."id" = "certificate_dispute"."certificate")',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('certificate_dispute', 'issuer');
  }
}
