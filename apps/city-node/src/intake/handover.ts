import type { Holder } from '#libs/kernel';
import type { ApplicationState, DeliveryMethod, OfferedMaterial } from '../application/index.js';
import type { HolderKind } from '../person/index.js';

/** Types of the messages between a window's city and the competent city. */
export const handedOver = 'intake.handed-over';
export const confirmed = 'intake.confirmed';
export const applicationChanged = 'application.changed';

/** What a window hands over (转件): no number of a person in the open, only the holder code. */
export interface Handover {
  /** Intake ID */
  readonly intake: string;
  readonly receiptNo: string;
  readonly window: string;
  readonly item: string;
  readonly division: string;
  readonly applicant: {
    readonly holder: Holder;
    readonly name: string;
    readonly kind: HolderKind;
    /** For the certificate that the competent city may have to write; only nodes can open it. */
    readonly sealedNumber: string;
  };
  readonly agent?: { readonly holder: Holder; readonly name: string };
  readonly delivery: DeliveryMethod;
  readonly materials: readonly OfferedMaterial[];
}

/** What the competent city answers. */
export interface Confirmation {
  readonly intake: string;
  /** Application ID */
  readonly application: string;
  readonly applicationNo: string;
}

/** What the competent city tells of a case that came from a window of the receiver's. */
export interface ApplicationChange {
  readonly intake: string;
  readonly state: ApplicationState;
  readonly outcome: ApplicationState | null;
}
