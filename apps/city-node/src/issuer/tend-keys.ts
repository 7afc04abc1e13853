import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ProgramLog } from '#libs/platform';
import { IssuerKeys } from './issuer-keys.js';
import { StateIssuers } from './state-issuers.js';

const period = 15_000;

/** Lets keys succeed each other in time and tells the registry. The node's clock decides; the period is only how often it is read. */
@Injectable()
export class TendKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly keys: IssuerKeys,
    private readonly stateIssuers: StateIssuers,
    private readonly log: ProgramLog,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.wake(), period);
    this.timer.unref();
  }

  /** One round, after the one under way. */
  wake(): Promise<void> {
    this.round = this.round.then(() => this.tend());
    return this.round;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  private async tend(): Promise<void> {
    try {
      if (await this.keys.rotate()) await this.stateIssuers.start();
    } catch (fault) {
      this.log.fault(fault, { during: 'tending keys' });
    }
  }
}
