import { expect, it } from '@jest/globals';
import type { EnvelopeReader } from '../envelope/envelope-reader.js';
import { openQuestion } from './open-question.js';

it('need not be remembered longer than its envelope is opened, however late the sender lets it expire', async () => {
  const claims = (exp: number) => ({
    ...{ iat: 1000, exp, type: 'certificate.search', payload: {} },
    purpose: { item: 'pension', caseReference: 'app_430100_1', basis: 'application' },
  });
  const reader = (exp: number) =>
    ({ open: () => Promise.resolve({ sender: '430100', id: 'q1', claims: claims(exp) }) }) as unknown as EnvelopeReader;
  expect((await openQuestion(reader(1030), '')).expires).toBe(1030);
  expect((await openQuestion(reader(9_999_999_999), '')).expires).toBe(1300);
});
