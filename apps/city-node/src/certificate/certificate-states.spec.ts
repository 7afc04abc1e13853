import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  certificateEvents,
  type CertificateStatus,
  certificateStatuses,
  certificateTransitions,
  publishedStatus,
  statusAfter,
} from './certificate-states.js';

const ended: readonly CertificateStatus[] = ['REVOKED', 'CANCELLED', 'SUPERSEDED'];
const from = (event: (typeof certificateEvents)[number]) =>
  certificateStatuses.filter((status) => statusAfter(status, event));

describe('the state table of the certificate register', () => {
  it('has one row for each event', () => {
    expect(certificateTransitions.map(({ event }) => event).sort()).toEqual([...certificateEvents].sort());
  });

  it('resumes only what is suspended, and lifts a loss only of what is lost', () => {
    expect(from('resume')).toEqual(['SUSPENDED']);
    expect(from('liftLoss')).toEqual(['LOST']);
  });

  it('suspends, and takes for lost, only what is valid', () => {
    expect([from('suspend'), from('reportLost')]).toEqual([['VALID'], ['VALID']]);
  });

  it('ends whatever has not ended, once', () => {
    for (const event of ['revoke', 'cancel'] as const) expect(from(event)).toEqual(['VALID', 'SUSPENDED', 'LOST']);
    expect(from('supersede')).toEqual(['VALID', 'LOST']);
  });

  it('never leaves an end, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...certificateEvents), { maxLength: 30 }), (events) => {
        let status: CertificateStatus = 'VALID';
        for (const event of events) {
          const next = statusAfter(status, event);
          if (ended.includes(status)) expect(next).toBeUndefined();
          status = next ?? status;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells outsiders valid, suspended or revoked, and not why', () => {
    expect(certificateStatuses.filter((status) => publishedStatus[status] === 'revoked')).toEqual(ended);
    expect(certificateStatuses.filter((status) => publishedStatus[status] === 'suspended')).toEqual([
      'SUSPENDED',
      'LOST',
    ]);
    expect(publishedStatus.VALID).toBe('valid');
  });
});
