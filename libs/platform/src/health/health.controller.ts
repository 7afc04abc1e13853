import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AnyoneMay } from '../access/access-rules.js';
import { ReadinessChecks } from './readiness-checks.js';

/** Whether the program lives, and whether it can serve. */
@Controller()
export class HealthController {
  constructor(private readonly checks: ReadinessChecks) {}

  @Get('healthz')
  @AnyoneMay()
  health(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @AnyoneMay()
  async readiness(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const faults = await this.checks.faults();
    const ready = Object.keys(faults).length === 0;
    void reply.code(ready ? 200 : 503);
    return ready ? { status: 'ready' } : { status: 'not ready', faults };
  }
}
