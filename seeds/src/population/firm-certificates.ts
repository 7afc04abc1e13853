/** What every enterprise holds, whatever it does. */
export const firmTypes: readonly string[] = [
  'business-licence',
  'employer-social-insurance-registration',
  'employer-social-insurance-contribution-certificate',
  'housing-fund-unit-registration',
  'seal-engraving-record-certificate',
  'basic-deposit-account-information',
  'general-taxpayer-registration',
  'enterprise-tax-payment-certificate',
];
