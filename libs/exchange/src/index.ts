/**
 * What nodes say to each other, and how each remembers it: signed envelopes, outbox and inbox, receipts, signed
 * questions bound to a purpose, and the hash-chained audit log.
 */
export { Exchange } from './exchange.js';
export { createExchange, type ExchangeParts } from './create-exchange.js';
export { ExchangeModule } from './exchange.module.js';
export type { ExchangeOptions } from './exchange-options.js';
export type { DirectoryNode, ExchangeDirectory } from './directory.js';
export type { Message, MessageHandler } from './inbox/message.js';
export type { DeliveryReceipt, ReceiptHandler } from './outbox/delivery-receipt.js';
export type { AskLimits, OutgoingQuestion } from './question/ask-question.js';
export type { Purpose, Question, QuestionHandler } from './question/question.js';
export type { SignedAnswer } from './signed-answer.js';
export { Outbox, type OutgoingMessage } from './outbox/outbox.js';
export { OutboxDispatcher } from './outbox/outbox-dispatcher.js';
export { OutboxMessage } from './outbox/outbox-message.entity.js';
export { OutboxLine } from './outbox/outbox-line.entity.js';
export { InboxMessage } from './inbox/inbox-message.entity.js';
export { AuditLog, type AuditRecord } from './audit/audit-log.js';
export { StatementSigner } from './envelope/statement-signer.js';
export {
  type UseChannel,
  useChannels,
  type UseReceipt,
  useReceiptTyp,
  type VerifiedUseReceipt,
} from './use-receipt/use-receipt.js';
export { verifyUseReceipt } from './use-receipt/verify-use-receipt.js';
export { AuditEntry } from './audit/audit-entry.entity.js';
export { AuditHead } from './audit/audit-head.entity.js';
export { type AuditFault, type AuditVerdict, verifyAuditChain } from './audit/verify-audit-chain.js';
export { digestOf } from './canonical-json.js';
export { exchangeEntities, exchangeMigrations } from './schema.js';
