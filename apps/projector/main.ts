import 'reflect-metadata';
import { runProgram } from '@hoptac/platform';
import { ProjectorModule } from './projector.module';

/** Folds events into read models; SIGTERM finishes the batches in work. */
runProgram(
  'projector',
  (config) => ProjectorModule.forRoot(config),
  (config) => config.projectorHealthPort,
);
