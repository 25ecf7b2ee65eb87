import './problems/platform.messages';

export { AppConfig } from './config/app-config';
export { documentedKeys } from './config/key.decorator';
export { ConfigurationError, loadConfig, unknownKeys } from './config/load-config';
export { type Health, HealthChecks, type PartHealth } from './health/health-checks';
export { HealthController } from './health/health.controller';
export { PageQuery } from './http/page-query';
export { OPEN_ROUTE } from './http/open-route.decorator';
export {
  AfterPosition,
  type RequestParts,
  WritingRequest,
  type WritingRequestInfo,
} from './http/writing-request.decorator';
export { newId, nameId } from './ids';
export { Logger, createPino } from './logging/logger';
export { Metrics } from './metrics/metrics';
export { MetricsController } from './metrics/metrics.controller';
export { PlatformModule, type PlatformOptions, type Service } from './platform.module';
export { type Language, type MessageText, addMessages, allMessages, languageOf, messageFor } from './problems/messages';
export { TITLES as PROBLEM_TITLES, type FieldProblem, type ProblemDocument } from './problems/problem';
export { runProgram } from './run-program';
export { ProblemFilter, answerProblem, problemDocument } from './problems/problem.filter';
export { classify } from './problems/classify';
export { fieldSentence, InputInvalid, inputValidation, wrongFields, type WrongField } from './problems/validation';
export {
  type Tracing,
  currentTraceId,
  currentTraceparent,
  inSpan,
  remoteContext,
  startTracing,
  tellSteps,
  withRemoteParent,
} from './tracing/tracing';
export { projectFile } from './project-file';
export { StatusRefusal } from './problems/status-refusal';
export { Group, Groups } from './http/group.decorator';
export { LookupLimited } from './http/lookup-limited.decorator';
export { registerRequestTracing } from './http/request-tracing';
export { addressMustBePlain, textMustBePlain } from './http/plain-text';
export { strictJson } from './http/strict-json';
export { configurationPage } from './config/configuration-page';
