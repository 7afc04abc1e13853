/** What one program takes upon itself, reads and writes alike, as one table. */
export interface LoadLimits {
  /** operations at the same time, bodies that are still arriving among them */
  readonly inFlight: number;
  /** milliseconds by which the event loop may be late: so long waits whatever arrives */
  readonly lateness: number;
  /** milliseconds that an operation may take in the mean while the loop has no pause */
  readonly crowding: number;
  /** milliseconds of lateness or crowding without a break after which less is let in; one long turn is no overload */
  readonly standing: number;
}

/** The limits that hold unless others are set. */
export const defaultLoadLimits: LoadLimits = { inFlight: 512, lateness: 100, crowding: 250, standing: 500 };
