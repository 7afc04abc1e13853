import { Injectable } from '@nestjs/common';
import { atField, KuashiError, type Holder } from '#libs/kernel';
import {
  type PresentationRequest,
  RequestPresentation,
  type VerifiedPresentation,
} from '../../certificate-use/index.js';
import { acceptsType, type JudgedMaterial } from '../rules/material-rules.js';

/** A material with what its certificate proved, if it is one. */
export interface PresentedMaterial extends JudgedMaterial {
  readonly presentation?: VerifiedPresentation;
}

/** The case for which certificates are presented. */
export interface PresentationCase {
  /** Application ID: a repeated presentation for the same case counts one use. */
  readonly id: string;
  readonly item: string;
  readonly applicant: Holder;
  readonly authority: string;
  /** Under which mandate somebody presents for the applicant. */
  readonly agency?: PresentationRequest['agency'];
}

/** Has the certificates of a filing presented by the nodes that own them. Talks to other nodes: never inside a unit of work. */
@Injectable()
export class PresentCertificates {
  constructor(private readonly requestPresentation: RequestPresentation) {}

  /** All at once; of several faults the first in the order of the input is told. @throws the errors of RequestPresentation, with the field */
  async execute(materials: readonly JudgedMaterial[], use: PresentationCase): Promise<readonly PresentedMaterial[]> {
    const results = await Promise.allSettled(materials.map((material) => this.present(material, use)));
    return results.map((result) => {
      if (result.status === 'fulfilled') return result.value;
      throw result.reason;
    });
  }

  private async present(material: JudgedMaterial, use: PresentationCase): Promise<PresentedMaterial> {
    const { certificate } = material.offered;
    if (!certificate) return material;
    const field = `${material.field}.certificate`;
    try {
      return { ...material, presentation: await this.ask(certificate, material, use) };
    } catch (error) {
      throw atField(error, field);
    }
  }

  private async ask(
    certificate: string,
    { requirement, offered }: JudgedMaterial,
    use: PresentationCase,
  ): Promise<VerifiedPresentation> {
    const { id: caseReference, item, applicant: holder, authority, agency } = use;
    const { agreements } = offered;
    const presented = await this.requestPresentation.execute({
      certificate,
      holder,
      material: requirement,
      item,
      caseReference,
      ...{ authority, agency, agreements },
    });
    if (acceptsType(requirement, presented.type)) return presented;
    throw new KuashiError('CERTIFICATE_TYPE_NOT_ACCEPTED', { params: { type: presented.type } });
  }
}
