import type { Schema } from '#libs/persistence';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { AuditHead } from './audit/audit-head.entity.js';
import { InboxMessage } from './inbox/inbox-message.entity.js';
import { CreateExchange1790000000002 } from './migrations/create-exchange.migration.js';
import { OutboxLine } from './outbox/outbox-line.entity.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';

/** The entities of the exchange, for `openDatabase`. */
export const exchangeEntities: Schema['entities'] = [OutboxMessage, OutboxLine, InboxMessage, AuditEntry, AuditHead];

/** The migrations of the exchange, for `openDatabase`. */
export const exchangeMigrations: Schema['migrations'] = [CreateExchange1790000000002];
