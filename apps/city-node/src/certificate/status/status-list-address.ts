/** Entries of one status list of a node. */
export const statusListSize = 2 ** 20;

/** Address of a node's status list. */
export const statusListUri = (nodeUrl: string, list: number): string => `${nodeUrl}/status-lists/${list}`;

/** The number of a list as it stands in an address; undefined for what is no number of a list. */
export const listNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
