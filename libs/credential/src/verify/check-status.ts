import type { Checklist } from '../report/checklist.js';
import { statusReferenceOf, type ReadStatus, type Status, type StatusReading } from '../status/status-reference.js';
import type { AuthenticCredential } from './authenticate.js';

/** The line about the status: undetermined stays undetermined, it is neither valid nor revoked. */
export async function checkStatus(
  { claims, issuer }: AuthenticCredential,
  readStatus: ReadStatus,
  checklist: Checklist,
): Promise<void> {
  const reference = statusReferenceOf(claims.status);
  if (reference === undefined) return checklist.failed('status', 'STATUS_MISSING');
  const reading = await readStatus(reference, issuer).catch((): StatusReading => {
    return { outcome: 'undetermined', reason: 'STATUS_SOURCE_UNREACHABLE', detail: reference.uri };
  });
  if (reading.outcome === 'read') return settle(reading.status, checklist);
  if (reading.outcome === 'refused') return checklist.failed('status', reading.reason, reading.detail);
  checklist.undetermined('status', reading.reason, reading.detail);
}

function settle(status: Status, checklist: Checklist): void {
  if (status === 'valid') checklist.passed('status');
  else checklist.failed('status', status === 'revoked' ? 'REVOKED' : 'SUSPENDED');
}
