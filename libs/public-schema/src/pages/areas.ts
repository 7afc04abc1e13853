/** A part of the API that a reader looks for, with its root fields in the order in which one meets them. */
export interface Area {
  readonly title: string;
  readonly says: string;
  readonly fields: readonly string[];
  /** types that belong here though another area is nearer to them */
  readonly types?: readonly string[];
}

/** Every root field belongs to one area; a check fails when one does not. */
export const areas: readonly Area[] = [
  {
    title: 'Catalogue 事项目录',
    says: 'What can be done, where, and with which papers.',
    fields: ['serviceItems', 'serviceItem', 'implementations', 'bundles', 'serviceCentres'],
  },
  {
    title: 'Certificate types and recognition 证照类型与互认',
    says: 'Which kinds of e-certificates there are, and what another city may do with one.',
    fields: ['certificateTypes', 'certificateType', 'explainRecognition', 'verifyCredential'],
  },
  {
    title: 'Certificates 电子证照',
    says: 'The register of a city: what somebody holds, and what its officers do with an entry.',
    fields: [
      ...['myCertificates', 'certificate', 'createCertificate', 'supersedeCertificate', 'suspendCertificate'],
      ...[
        'resumeCertificate',
        'revokeCertificate',
        'cancelCertificate',
        'reportCertificateLost',
        'liftCertificateLoss',
      ],
    ],
  },
  {
    title: 'Applications 办件',
    says: 'From filing to delivery, at the node of the competent city.',
    fields: [
      ...[
        'submitApplication',
        'myApplications',
        'application',
        'applicationByNo',
        'applicationChanged',
        'correctApplication',
        'withdrawApplication',
      ],
      ...['applicationsToHandle', 'acceptApplication', 'requestCorrection', 'refuseAcceptance', 'returnApplication'],
      ...['startReview', 'startSpecialProcedure', 'endSpecialProcedure', 'extendReview', 'decideApplication'],
      ...['issueCertificate', 'deliverApplication', 'terminateApplication'],
    ],
    types: ['ApplicationDocument', 'ApplicationDocumentKind', 'CorrectionItem'],
  },
  {
    title: 'Windows 窗口收件',
    says: 'Papers that a window takes in for the own or another city.',
    fields: ['receiveApplication', 'intake', 'intakeByReceiptNo', 'intakes'],
  },
  {
    title: 'Use of certificates 用证',
    says: 'What needs no paper, who used what, and what the holder thinks of it.',
    fields: [
      ...[
        'evidence',
        'paperFreeShare',
        'createUseCode',
        'redeemUseCode',
        'useCertificateByFunction',
        'myCertificateUses',
      ],
      ...['disputeCertificateUse', 'disputes', 'replyToDispute', 'answerDispute'],
    ],
  },
  {
    title: 'Mandates 委托',
    says: 'An agent files for a principal, with the principal’s certificates.',
    fields: ['grantMandate', 'myMandates', 'mandate', 'endMandate'],
  },
  {
    title: 'Wallets 钱包',
    says: 'Certificates into a wallet, and out of it.',
    fields: ['offerCredential', 'requestPresentation', 'presentationRequest'],
  },
  {
    title: 'The gateway 网关',
    says: 'Cities, objects by their IDs, and why a query goes where it goes.',
    fields: ['cities', 'node', 'explainRoute'],
  },
];

/** Where types stand that no area has for itself. */
export const sharedTitle = 'Shared types 公共类型';

/** Types of every area. */
export const sharedTypes: readonly string[] = [
  ...[
    'Node',
    'PageInfo',
    'Authority',
    'AuthorityLevel',
    'PersonInput',
    'PersonIdType',
    'VerificationCheck',
    'CheckResult',
  ],
  ...['Language', 'DivisionCode', 'LocalDate', 'DateTime', 'JSON'],
];
