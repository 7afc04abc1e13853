import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NodeContext } from '../../node-context/index.js';
import { CertificateRecord } from '../certificate-record.entity.js';
import { SignCertificate } from './sign-certificate.js';
import { drawForNewCertificates } from '../status/index.js';

/** A version of a certificate that is ready but for its place in a status list and its signed form. */
export type UnsignedCertificate = Omit<CertificateRecord, 'credential'>;

/** Rows signed and written at a time: enough to keep the signing threads busy, few enough to leave memory alone. */
const batch = 32;

/** Enters new versions in the register (入库): each gets a place in a status list and its signed form. */
@Injectable()
export class EnterCertificates {
  constructor(
    private readonly sign: SignCertificate,
    private readonly node: NodeContext,
  ) {}

  /** Within the caller's unit of work. @returns as many as were given, in their order */
  async execute<const Certificates extends readonly UnsignedCertificate[]>(
    tx: EntityManager,
    certificates: Certificates,
  ): Promise<{ [Place in keyof Certificates]: CertificateRecord }> {
    const placed = await drawForNewCertificates(tx, this.node, certificates);
    const entered: CertificateRecord[] = [];
    for (let begin = 0; begin < placed.length; begin += batch) {
      const part = placed.slice(begin, begin + batch);
      const rows = await Promise.all(
        part.map(async ({ certificate, status }) =>
          Object.assign(new CertificateRecord(), certificate, {
            credential: await this.sign.execute(certificate, status),
          }),
        ),
      );
      await tx.insert(CertificateRecord, rows);
      entered.push(...rows);
    }
    return entered as { [Place in keyof Certificates]: CertificateRecord };
  }
}
