/** Aids for specs of read models; programs never import them. */
export { ListStore } from './list-store';
export { projectionHarness } from './projection-harness';
