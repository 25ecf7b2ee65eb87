import { Injectable } from '@nestjs/common';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The process's Prometheus registry; contexts add their own counters to `registry`. Labels are names of routes and parts, never ids of people. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  /** Seconds from request to answer. */
  readonly httpDuration: Histogram<'method' | 'route' | 'status'>;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.httpDuration = new Histogram({
      name: 'hoptac_http_request_seconds',
      help: 'Seconds from request to answer, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.015, 0.025, 0.04, 0.08, 0.15, 0.3, 1, 3, 10],
      registers: [this.registry],
    });
  }
}
