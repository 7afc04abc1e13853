import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';

/** An X.509 certificate the province issued: its own root, or a stated key's. All are kept. */
@Entity('x509_certificate')
export class X509CertificateRecord {
  /** Serial number, hexadecimal. */
  @PrimaryColumn('varchar')
  serial!: string;

  /** RFC 7638 thumbprint of the certified key. */
  @Index('x509_certificate_kid')
  @Column('varchar')
  kid!: string;

  /** URI of whose key it is (`subjectAltName`): an issuer, a node, or the province. */
  @Column('varchar')
  subject!: string;

  @InstantColumn({ name: 'not_before' })
  notBefore!: Date;

  @InstantColumn({ name: 'not_after' })
  notAfter!: Date;

  /** DER as base64, one element of an `x5c`. */
  @Column('text')
  der!: string;
}
