import { Injectable } from '@nestjs/common';
import { KuashiError, type Holder } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { CheckMandate } from '../../mandate/index.js';
import type { HolderKind } from '../../person/index.js';
import { Actor } from '../rules/vocabulary.js';
import type { NewCase, Person } from './file-application.js';

/** What a filing says of who files it. */
export interface PartiesStated {
  readonly item: string;
  readonly applicantName: string;
  /** Mandate ID, when somebody files for another. */
  readonly mandate?: string;
}

/** Who applies, and who acts. */
export interface FilingParties {
  readonly applicant: Person & { readonly kind: HolderKind };
  readonly agent?: NonNullable<NewCase['agent']>;
  readonly actor: Actor;
}

/** Finds out for whom somebody files online: for oneself, or for the principal of a mandate (委托书). */
@Injectable()
export class NameParties {
  constructor(private readonly checkMandate: CheckMandate) {}

  /**
   * @param filing the case's ID, and whether a commitment is signed with it
   * @throws FORBIDDEN, MANDATE_UNKNOWN, MANDATE_ENDED, MANDATE_NOT_COVERING, NODE_UNREACHABLE
   */
  async execute(
    caller: Caller,
    stated: PartiesStated,
    filing: { readonly id: string; readonly commitment: boolean },
  ): Promise<FilingParties> {
    const self = holderOf(caller);
    if (!stated.mandate) return { applicant: { ...self, name: stated.applicantName }, actor: Actor.APPLICANT };
    const { id: caseReference, commitment } = filing;
    const act = { mandate: stated.mandate, agent: self.holder, item: stated.item, caseReference, commitment };
    const { principal, principalKind, principalName, agent, agentName } = await this.checkMandate.execute(act);
    return {
      applicant: { holder: principal, kind: principalKind, name: principalName },
      agent: { holder: agent, name: agentName, mandate: stated.mandate },
      actor: Actor.AGENT,
    };
  }
}

/** The policy row of submitting: a person or an enterprise files. @throws FORBIDDEN */
function holderOf({ holder, holderKind: kind }: Caller): { holder: Holder; kind: HolderKind } {
  if (!holder || !kind) throw new KuashiError('FORBIDDEN');
  return { holder, kind };
}
