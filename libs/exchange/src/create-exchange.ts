import type { DivisionCode } from '#libs/kernel';
import { AuditLog } from './audit/audit-log.js';
import { EnvelopeReader } from './envelope/envelope-reader.js';
import { EnvelopeSigner } from './envelope/envelope-signer.js';
import { StatementSigner } from './envelope/statement-signer.js';
import { errorOfStatus } from './error-of-status.js';
import { Exchange, type Handlers } from './exchange.js';
import type { ExchangeOptions } from './exchange-options.js';
import { HandlerTable } from './handler-table.js';
import { Inbox } from './inbox/inbox.js';
import { ReceiveMessage } from './inbox/receive-message.js';
import { NodeClient } from './node-client.js';
import { Delivery } from './outbox/delivery.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxDispatcher } from './outbox/outbox-dispatcher.js';
import { OutboxJournal } from './outbox/outbox-journal.js';
import { AnswerQuestion } from './question/answer-question.js';
import { AskQuestion } from './question/ask-question.js';
import { ReceiveQuestion } from './question/receive-question.js';
import { RemoteQuestion } from './question/remote-question.js';

/** Milliseconds for one attempt to deliver a message. */
const deliveryTimeout = 10_000;

/** The parts of a node's exchange, connected. */
export interface ExchangeParts {
  readonly exchange: Exchange;
  readonly outbox: Outbox;
  readonly dispatcher: OutboxDispatcher;
  readonly auditLog: AuditLog;
  readonly statements: StatementSigner;
  /** Stops the dispatcher and closes the connections to other nodes. */
  stop(): Promise<void>;
}

/** Connects the parts of an exchange; the dispatcher is not started yet. `ExchangeModule` does this in a program. */
export function createExchange(options: ExchangeOptions): ExchangeParts {
  const { self, directory, clock, random } = options;
  const { unitOfWork } = options.database;
  const handlers: Handlers = {
    messages: new HandlerTable(),
    receipts: new HandlerTable(),
    questions: new HandlerTable(),
  };
  const signer = new EnvelopeSigner(self, options.privateKey, clock);
  const reader = new EnvelopeReader(self, directory, clock);
  const client = new NodeClient(directory);
  const auditLog = new AuditLog(unitOfWork, clock);
  const inbox = new Inbox(unitOfWork, clock, handlers.messages);
  const receiveMessage = new ReceiveMessage(self, reader, signer, inbox, { clock, random });
  const answerQuestion = new AnswerQuestion(handlers.questions, unitOfWork, auditLog);
  const receiveQuestion = new ReceiveQuestion(reader, signer, answerQuestion, { clock, random });
  const remote = new RemoteQuestion(signer, reader, client);
  const log = { unitOfWork, auditLog };
  const askQuestion = new AskQuestion(self, remote, answerQuestion, log, { clock, random });
  const carry = async (receiver: DivisionCode, envelope: string) =>
    receiver === self ? (await receiveMessage.execute(envelope)).body : postMessage(client, receiver, envelope);
  const delivery = new Delivery(self, signer, reader, carry);
  const journal = new OutboxJournal(options.database, clock, random);
  const dispatcher = new OutboxDispatcher(journal, delivery, handlers.receipts);
  return {
    exchange: new Exchange(handlers, receiveMessage, receiveQuestion, askQuestion),
    outbox: new Outbox(unitOfWork, clock, random, (receiver) => dispatcher.wake(receiver)),
    dispatcher,
    auditLog,
    statements: new StatementSigner(self, options.privateKey, clock),
    async stop() {
      const stopped = dispatcher.stop();
      // An attempt under way ends now: whatever it came to, the next start finds out.
      await client.close();
      await stopped;
    },
  };
}

async function postMessage(client: NodeClient, receiver: DivisionCode, envelope: string): Promise<string> {
  const patience = { timeoutMs: deliveryTimeout };
  const answer = await client.post(receiver, '/exchange/messages', envelope, patience);
  if (answer.envelope !== undefined) return answer.envelope;
  throw errorOfStatus(answer.status, receiver);
}
