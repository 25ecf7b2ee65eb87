import 'reflect-metadata';
import { runProgram } from '@hoptac/platform';
import { WorkerModule } from './worker.module';

/** Workflows, activities and the case feeder; SIGTERM lets what is under way end. */
runProgram(
  'worker',
  (config) => WorkerModule.forRoot(config),
  (config) => config.workerHealthPort,
);
