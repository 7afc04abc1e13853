import { Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { KuashiError, type Random } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { PublishedDirectory } from '../directory/index.js';
import { RegistryContext } from '../reference/index.js';
import { NodeIssuers } from '../trust/index.js';
import { type CertifiedKey, certifiedKey } from './certified-key.js';
import { type Authority, type CertificateTerm, makeLeaf, makeRoot, type MadeCertificate } from './make-certificate.js';
import { X509CertificateRecord } from './x509-certificate.entity.js';

/** Years the root is good for. */
const rootYears = 20;

/** What a certificate is wanted for. */
interface Wanted {
  readonly kid: string;
  readonly subject: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly make: (authority: Authority, term: CertificateTerm) => Promise<MadeCertificate>;
}

/** The province as certification authority: a certificate is made when it is first asked for, and kept. */
@Injectable()
export class CertificateChains {
  /** Two callers at once shall get one certificate. */
  private readonly turn = new Mutex();

  constructor(
    private readonly context: RegistryContext,
    private readonly database: Database,
    private readonly directory: PublishedDirectory,
    private readonly audit: AuditLog,
    private readonly random: Random,
  ) {}

  /** The province's root certificate, DER as base64. */
  async root(): Promise<string> {
    return (await this.turn.runExclusive(() => this.rootRecord())).der;
  }

  /**
   * The chain of a key on the trust list as `x5c`: the leaf; the root is left out.
   * @throws NOT_FOUND for a key no node states (any more)
   */
  async chainOf(kid: string): Promise<readonly string[]> {
    const certified = await this.certified(kid);
    if (!certified) throw new KuashiError('NOT_FOUND');
    return this.turn.runExclusive(async () => {
      const root = await this.rootRecord();
      const { validFrom, validUntil } = certified.key;
      const notAfter = validUntil ? new Date(Date.parse(validUntil) - 1000) : root.notAfter;
      const leaf = await this.certificate({
        ...{ kid, subject: certified.uri, notBefore: new Date(validFrom), notAfter },
        make: (authority, term) => makeLeaf(authority, term, certified),
      });
      return [leaf.der];
    });
  }

  /** Whose a key is, by the statements that the trust list was made from. */
  private async certified(kid: string): Promise<CertifiedKey | undefined> {
    for (const { division, issuers } of await this.database.reads.find(NodeIssuers)) {
      const node = await this.directory.nodeOf(division);
      const found = node && certifiedKey(kid, issuers, node);
      if (found) return found;
    }
    return undefined;
  }

  private async rootRecord(): Promise<X509CertificateRecord> {
    const { signingKey, clock } = this.context;
    const known = await this.newest(signingKey.kid, signingKey.uri);
    if (known && known.notAfter > clock.now()) return known;
    const notBefore = new Date(Math.floor(clock.now().getTime() / 1000) * 1000);
    const notAfter = new Date(notBefore);
    notAfter.setUTCFullYear(notAfter.getUTCFullYear() + rootYears);
    const term = { kid: signingKey.kid, subject: signingKey.uri, notBefore, notAfter };
    return this.certificate({ ...term, make: makeRoot });
  }

  /** The certificate as kept, or a new one when the key's period or the address of whose it is has changed. */
  private async certificate({ kid, subject, notBefore, notAfter, make }: Wanted): Promise<X509CertificateRecord> {
    const known = await this.newest(kid, subject);
    const fits = known && +known.notBefore === +notBefore && +known.notAfter === +notAfter;
    if (fits) return known;
    const made = await make(await this.authority(), { serial: this.newSerial(), notBefore, notAfter });
    const record = Object.assign(new X509CertificateRecord(), { ...made, kid, subject });
    await this.database.unitOfWork.run((tx) => this.keep(tx, record));
    return record;
  }

  private newest(kid: string, subject: string): Promise<X509CertificateRecord | null> {
    return this.database.reads.findOne(X509CertificateRecord, { where: { kid, subject }, order: { notAfter: 'DESC' } });
  }

  private async keep(tx: EntityManager, record: X509CertificateRecord): Promise<void> {
    await tx.insert(X509CertificateRecord, record);
    const { serial, kid, subject } = record;
    const action = 'x509.certificate-issued';
    await this.audit.append(tx, { actor: 'registry', action, subject: `x509:${serial}`, details: { kid, subject } });
  }

  private async authority(): Promise<Authority> {
    const { source } = await this.directory.current();
    const province = source.nodes.find(({ kind }) => kind === 'province');
    const { signingKey: key, publicKey } = this.context;
    return { key, publicKey, name: province?.name.zhHans ?? '' };
  }

  /** 16 random bytes, a positive number of full length (RFC 5280 allows 20). */
  private newSerial(): string {
    const bytes = Buffer.from(this.random.bytes(16));
    bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
    return bytes.toString('hex');
  }
}
