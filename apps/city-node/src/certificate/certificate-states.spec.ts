import { describe, expect, it } from '@jest/globals';
import { certificateStatuses, publishedStatus, statusAfter } from './certificate-states.js';

describe('the certificate register', () => {
  it('revokes what is valid or suspended, once', () => {
    expect(statusAfter('VALID', 'revoke')).toBe('REVOKED');
    expect(statusAfter('SUSPENDED', 'revoke')).toBe('REVOKED');
    expect(statusAfter('REVOKED', 'revoke')).toBeUndefined();
    expect(statusAfter('SUPERSEDED', 'revoke')).toBeUndefined();
  });

  it('supersedes only a valid version', () => {
    expect(certificateStatuses.filter((status) => statusAfter(status, 'supersede'))).toEqual(['VALID']);
  });

  it('shows outsiders no difference between revoked and superseded', () => {
    expect(publishedStatus.SUPERSEDED).toBe(publishedStatus.REVOKED);
    expect(publishedStatus.VALID).toBe('valid');
  });
});
