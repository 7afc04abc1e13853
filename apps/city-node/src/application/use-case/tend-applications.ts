import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ProgramLog } from '#libs/platform';
import { AcceptLapsedApplications } from './accept-lapsed-applications.js';
import { VerifyCertificates } from './verify-certificates.js';

const period = 15_000;

/** Does what nobody asks for: now and then, and when woken. The legal clock is the node's; the period is only how often it is read. */
@Injectable()
export class TendApplications implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private round: Promise<void> = Promise.resolve();
  private waiting = false;
  private stopped = false;

  constructor(
    private readonly acceptLapsed: AcceptLapsedApplications,
    private readonly verifyCertificates: VerifyCertificates,
    private readonly log: ProgramLog,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), period);
    this.timer.unref();
    this.wake();
  }

  /** Starts a round, after the one under way. */
  wake(): void {
    if (this.waiting || this.stopped) return;
    this.waiting = true;
    this.round = this.round.then(() => this.tend());
  }

  /** Resolves when the rounds asked for are done. */
  settled(): Promise<void> {
    return this.round;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.round;
  }

  private async tend(): Promise<void> {
    this.waiting = false;
    if (this.stopped) return;
    try {
      await this.acceptLapsed.execute();
      await this.verifyCertificates.execute();
    } catch (fault) {
      this.log.fault(fault, { during: 'tending applications' });
    }
  }
}
