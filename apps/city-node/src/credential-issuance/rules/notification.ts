import { type NotificationEvent, notificationEvents } from '../record/wallet-issuance.entity.js';
import { IssuanceFault } from './issuance-fault.js';

/** What a wallet tells (§11.1). Its description is for developers and not kept. */
export interface Notification {
  readonly id: string;
  readonly event: NotificationEvent;
}

/** @throws IssuanceFault invalid_notification_request, invalid_notification_id */
export function readNotification(body: unknown): Notification {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { notification_id: id, event, event_description: description } = fields;
  const known = notificationEvents.find((each) => each === event);
  if (known === undefined) throw malformed(`event must be one of ${notificationEvents.join(', ')}`);
  if (description !== undefined && typeof description !== 'string') throw malformed('event_description must be text');
  if (id === undefined) throw malformed('notification_id is needed');
  if (typeof id !== 'string' || !/^[\w-]{24}$/.test(id)) {
    throw new IssuanceFault('invalid_notification_id', 'there is no such notification_id');
  }
  return { id, event: known };
}

const malformed = (description: string): IssuanceFault =>
  new IssuanceFault('invalid_notification_request', description);
