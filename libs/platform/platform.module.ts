import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AppConfig } from './config/app-config';
import { HealthChecks } from './health/health-checks';
import { HealthController } from './health/health.controller';
import { Logger, createPino } from './logging/logger';
import { Metrics } from './metrics/metrics';
import { MetricsController } from './metrics/metrics.controller';
import { ProblemFilter } from './problems/problem.filter';

export type Service = 'api' | 'worker' | 'projector' | 'cli';

export interface PlatformOptions {
  readonly service: Service;
  /** Instead of a new pino on stdout, for tests and for programs that log before Nest stands. */
  readonly logger?: Logger;
}

/** What every program of the house has: configuration, logger, metrics, health. Global. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: AppConfig, options: PlatformOptions): DynamicModule {
    const logger = options.logger ?? new Logger(createPino(options.service, config.logLevel));
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Logger, useValue: logger },
        { provide: Metrics, useValue: new Metrics(options.service) },
        HealthChecks,
        ProblemFilter,
      ],
      exports: [AppConfig, Logger, Metrics, HealthChecks, ProblemFilter],
    };
  }
}
