import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Check, Outcome } from '#libs/credential';
import type { DivisionCode, Holder } from '#libs/kernel';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import type { AskedCredential } from '../rules/asked-credential.js';
import type { AnswerRefusal } from '../rules/match-answer.js';
import type { RequestState } from '../rules/request-states.js';

/** How a wallet sends its answer. */
export type ResponseMode = 'DIRECT_POST' | 'DIRECT_POST_JWT';

/** Where the wallet is: on the device of the requester, or on another that scans a code. */
export type PresentationFlow = 'SAME_DEVICE' | 'CROSS_DEVICE';

/** A public key that an answer is encrypted to (JWK, P-256). */
export interface EncryptionKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: string;
  readonly use: string;
}

/** What became of one credential of an answer. Claims only where everything held, and only those that were asked for. */
export interface CredentialResult {
  /** `id` of the credential query. */
  readonly query: string;
  readonly material: string;
  readonly outcome: Outcome;
  readonly checks: readonly Check[];
  readonly checkedAt: string;
  readonly type?: string;
  readonly identifier?: string;
  readonly issuer?: { readonly authority: string; readonly name: string; readonly division: string };
  readonly claims?: object;
  /** Certificate ID, as its register says. */
  readonly certificate?: string;
  /** ID of the use in the holder's record. */
  readonly use?: string;
}

/** A request for certificates out of a wallet (OpenID4VP), and what came of it. */
@Entity('presentation_request')
@Index('presentation_request_expiry', ['expiresAt'])
export class PresentationRequestRecord {
  /** `vpr_<city>_<ulid>` */
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  state!: RequestState;

  /** Subject of who asked: nobody else reads what came. */
  @Column('varchar')
  requester!: string;

  /** Role of a member of staff who asked; null: the holder did. */
  @Column('varchar', { name: 'clerk_role', nullable: true })
  clerkRole!: string | null;

  /** Whose the applicant's certificates must be; null: unknown, as long as they are one person's. */
  @Column('varchar', { nullable: true })
  applicant!: Holder | null;

  /** Service item key: the purpose. */
  @Column('varchar')
  item!: string;

  /** City or county whose authority asks. */
  @Column('varchar')
  division!: DivisionCode;

  /** Unified social credit code of that authority. */
  @Column('varchar')
  authority!: string;

  /** The application it is for, or the request itself. */
  @Column('varchar', { name: 'case_reference' })
  caseReference!: string;

  @JsonColumn()
  asked!: readonly AskedCredential[];

  @Column('varchar', { name: 'response_mode' })
  responseMode!: ResponseMode;

  @Column('varchar')
  flow!: PresentationFlow;

  @Column('varchar', { name: 'redirect_uri', nullable: true })
  redirectUri!: string | null;

  /** SHA-256 of the response code, base64url; null: there is none. */
  @Column('varchar', { name: 'response_code', nullable: true })
  responseCode!: string | null;

  /** `x509_hash:…` that the request was made under: the audience of every presentation. */
  @Column('varchar', { name: 'client_id' })
  clientId!: string;

  @Column('varchar')
  nonce!: string;

  /** `state` of the request object. */
  @Column('varchar', { name: 'wallet_state' })
  walletState!: string;

  /** Public key the answer is encrypted to. */
  @JsonColumn({ name: 'encryption_key', nullable: true })
  encryptionKey!: EncryptionKey | null;

  /** Its private half, sealed under the node's key; gone as soon as the request is answered. */
  @Column('text', { name: 'sealed_key', nullable: true })
  sealedKey!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: Date;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: Date;

  @InstantColumn({ name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  /** Why it was refused, and where. */
  @Column('varchar', { nullable: true })
  refusal!: AnswerRefusal | null;

  @Column('varchar', { nullable: true })
  detail!: string | null;

  @JsonColumn()
  results!: readonly CredentialResult[];
}
