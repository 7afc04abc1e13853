/** How much one caller may ask, as one table. A caller is a person who is signed in, else an address. 0: no limit. */
export interface AdmissionLimits {
  /** operations of one caller at the same time, bodies that are still arriving among them */
  readonly inFlight: number;
  /** requests of one person in a minute */
  readonly personCalls: number;
  /** requests that come by one app (`client_id` of the tokens) in a minute, whoever its users are */
  readonly clientCalls: number;
  /** requests of one address in a minute, without a token or with one that was not seen before */
  readonly addressCalls: number;
  /** documents of one caller in a minute that were not known: reading one costs as much as many requests */
  readonly newDocuments: number;
}

/** The limits that hold unless others are set. */
export const defaultAdmissionLimits: AdmissionLimits = {
  inFlight: 100,
  personCalls: 6000,
  clientCalls: 600_000,
  addressCalls: 12_000,
  newDocuments: 600,
};

/** Milliseconds in which calls are counted: from the first one on. */
export const windowMs = 60_000;
