import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ProgramLog } from '#libs/platform';
import { RenewTrustList } from './renew-trust-list.js';

const period = 60_000;

/** Keeps the trust list from running out: at the start and from then on by the registry's clock. */
@Injectable()
export class TendTrustList implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly renew: RenewTrustList,
    private readonly log: ProgramLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void this.wake(), period);
    this.timer.unref();
    await this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  private wake(): Promise<void> {
    this.round = this.round.then(() => this.tend());
    return this.round;
  }

  private async tend(): Promise<void> {
    try {
      await this.renew.execute();
    } catch (fault) {
      this.log.fault(fault, { during: 'tending the trust list' });
    }
  }
}
