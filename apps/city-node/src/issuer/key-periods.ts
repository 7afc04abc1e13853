import type { KeyPurpose } from '#libs/credential';

/** How long keys of one purpose live, in days. */
export interface KeyPeriod {
  /** From a key's first signature to its last possible one. What it signed is verified as long as it stays on the trust list. */
  readonly signs: number;
  /** For so long before a key's end its successor signs already, and the old one only in need. */
  readonly handover: number;
  /** For so long before its first signature a key stands on the trust list: longer than anybody keeps an old list. */
  readonly announced: number;
}

/** The periods by purpose. */
export type KeyPeriods = Readonly<Record<KeyPurpose, KeyPeriod>>;

/** The periods unless set otherwise. */
export const keyPeriods: KeyPeriods = {
  credential: { signs: 365, handover: 7, announced: 14 },
  status: { signs: 90, handover: 7, announced: 14 },
  access: { signs: 90, handover: 7, announced: 14 },
};

/** What the node's settings say of keys. */
export interface KeyPeriodSettings {
  readonly credentialKeyDays: number;
  readonly statusKeyDays: number;
  readonly accessKeyDays: number;
  readonly keyHandoverDays: number;
  readonly keyAnnouncedDays: number;
}

/** The periods as the operator set them. */
export function keyPeriodsOf(settings: KeyPeriodSettings): KeyPeriods {
  const { keyHandoverDays: handover, keyAnnouncedDays: announced } = settings;
  return {
    credential: { signs: settings.credentialKeyDays, handover, announced },
    status: { signs: settings.statusKeyDays, handover, announced },
    access: { signs: settings.accessKeyDays, handover, announced },
  };
}
