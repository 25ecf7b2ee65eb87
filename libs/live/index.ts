export { LiveHub } from './live-hub';
export type { LiveChange, LiveInterest, LiveTopic, Onlooker } from './live-topic';
export { LiveModule } from './live.module';
