import { describe, expect, it } from '@jest/globals';
import type { Implementation, ServiceItem } from '#seeds';
import { assertFilingAllowed, windowMode, type Filing } from './filing-rules.js';

const item = (more: Partial<ServiceItem> = {}) =>
  ({ key: 'item', audience: 'both', presenceRequired: false, ...more }) as ServiceItem;
const offering = (...modes: Implementation['modes']) => ({ modes }) as Implementation;
const filing = (more: Partial<Filing> = {}): Filing => ({
  item: item(),
  implementation: offering('FULLY_ONLINE'),
  mode: 'FULLY_ONLINE',
  applicantKind: 'natural-person',
  byAgent: false,
  inPerson: false,
  ...more,
});

describe('whether an item may be filed like this', () => {
  it('allows the modes that the implementation offers', () => {
    expect(() => assertFilingAllowed(filing())).not.toThrow();
    expect(() => assertFilingAllowed(filing({ mode: 'REMOTE_INTAKE' }))).toThrow(
      expect.objectContaining({ code: 'MODE_NOT_OFFERED', field: 'input.mode' }),
    );
  });

  it('needs no mode at a window of the competent city itself', () => {
    expect(() => assertFilingAllowed(filing({ mode: 'REMOTE_INTAKE', inPerson: true }))).not.toThrow();
  });

  it('keeps to the audience of the item', () => {
    expect(() => assertFilingAllowed(filing({ item: item({ audience: 'legal-person' }) }))).toThrow(
      expect.objectContaining({ code: 'APPLICANT_KIND_NOT_ALLOWED' }),
    );
  });

  it('asks for the person where the law does: nobody files from afar or through an agent', () => {
    const present = item({ presenceRequired: true });
    expect(() => assertFilingAllowed(filing({ item: present }))).toThrow(
      expect.objectContaining({ code: 'PRESENCE_REQUIRED' }),
    );
    expect(() => assertFilingAllowed(filing({ item: present, inPerson: true }))).not.toThrow();
    expect(() => assertFilingAllowed(filing({ item: present, inPerson: true, byAgent: true }))).toThrow(
      expect.objectContaining({ code: 'PRESENCE_REQUIRED' }),
    );
  });

  it('knows the office that is itself competent from one that forwards', () => {
    expect(windowMode(offering('ANY_OFFICE', 'REMOTE_INTAKE'), true)).toBe('ANY_OFFICE');
    expect(windowMode(offering('ANY_OFFICE', 'REMOTE_INTAKE'), false)).toBe('REMOTE_INTAKE');
    expect(windowMode(offering('REMOTE_INTAKE'), true)).toBe('REMOTE_INTAKE');
  });
});
