export * from './debt-group';
export { booksOn } from './loan-books';
export * from './loan-facts';
export * from './loan-policy';
export { positionOf, positionOn, runTo, type LoanPosition } from './loan-position';
export * from './loan-schedule-versions';
export {
  freezePlan,
  type LoanDueDay,
  type LoanPart,
  type LoanTerms as RunningTerms,
  type RepaymentPlan,
} from './loan-terms';
export * from './loan.commands';
export * from './loan.decider';
export * from './loan.events';
export * from './loan.rules';
export * from './loan.state';
export * from './loan.tending';
