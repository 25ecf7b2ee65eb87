/** Door for workflows: safe in the engine's sandbox (no Node built-ins, no cryptography, one reader of the clock). */
export { activitiesByRetry } from './in-workflow/activities';
export { caseNow } from './in-workflow/case-clock';
export { type CaseFollower, followCase } from './in-workflow/case-follower';
export type { EnsureOptions, FollowOptions } from './in-workflow/follow-options';
export type {
  CaseCommand,
  CaseFact,
  CaseProgress,
  CaseReading,
  CaseStart,
  CaseStep,
  CommandAnswer,
} from './case-workflow.types';
export type { CaseCategory } from './cases/case-category';
