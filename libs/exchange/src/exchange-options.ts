import type { JWK } from 'jose';
import type { Database } from '#libs/persistence';
import type { Clock, DivisionCode, Random } from '#libs/kernel';
import type { ExchangeDirectory } from './directory.js';

/** What an exchange is made of. */
export interface ExchangeOptions {
  /** The division this node speaks for. */
  readonly self: DivisionCode;
  /** This node's private exchange key (EC P-256); its public half stands in the directory. */
  readonly privateKey: JWK;
  readonly directory: ExchangeDirectory;
  /** Opened with `exchangeEntities` and `exchangeMigrations`. */
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
}
