import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenRoute } from '../http/open-route.decorator';
import { type Health, HealthChecks } from './health-checks';

interface Reply {
  status(code: number): unknown;
}

/** Is the process alive, and can it do its work? For the launcher, the balancer and people with curl. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthChecks) private readonly checks: HealthChecks) {}

  @Get('live')
  @OpenRoute()
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** 200 when every required part works, 503 otherwise; a line per part either way. */
  @Get('ready')
  @OpenRoute()
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<Health> {
    const health = await this.checks.all();
    reply.status(health.status === 'not-ready' ? 503 : 200);
    return health;
  }
}
