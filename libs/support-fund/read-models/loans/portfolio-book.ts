import type { LocalDate } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import {
  forecastFrom,
  portfolioOn,
  timelineOf,
  whatIf,
  disbursedOf,
  type LimitOfDay,
  type LoanDifference,
  type LoanTimeline,
  type MonthAhead,
  type Portfolio,
  type PromisedMoney,
  type RunningLoan,
  type WhatIf,
} from '../../domain';
import { LoanList } from './loan-list';

interface Remembered {
  readonly revision: number;
  readonly timeline: LoanTimeline;
  readonly promised: readonly PromisedMoney[];
}

/** Loans read at once: bounds what one query holds in memory. */
const AT_ONCE = 500;

/**
 * The loans of a fund laid out over their days, remembered by revision: a question about any day reads only the loans that changed since the question before.
 * What is remembered is a cache of the read model and nothing else; a restart begins anew.
 */
@Injectable()
export class PortfolioBook {
  private readonly funds = new Map<string, Map<string, Remembered>>();

  constructor(private readonly loans: LoanList) {}

  async on(fundId: string, day: LocalDate, limit?: LimitOfDay): Promise<Portfolio> {
    const book = await this.bookOf(fundId);
    return portfolioOn(timelinesIn(book), day, limit);
  }

  async forecast(fundId: string, on: LocalDate, months: number, cashNow: number): Promise<readonly MonthAhead[]> {
    const book = await this.bookOf(fundId);
    const promised = [...book.values()].flatMap((one) => one.promised);
    return forecastFrom(timelinesIn(book), promised, on, months, cashNow);
  }

  /** Reads the loans themselves: the question recounts each of them. */
  async whatIf(fundId: string, question: WhatIf, capital: number | undefined): Promise<readonly LoanDifference[]> {
    const found: LoanDifference[] = [];
    const ids = (await this.loans.revisionsOf(fundId)).map(({ id }) => id);
    for (const some of inParts(ids)) {
      const rows = await this.loans.statesOf(some);
      found.push(
        ...whatIf(
          rows.map(({ state }) => state),
          question,
          capital,
        ),
      );
    }
    return found;
  }

  private async bookOf(fundId: string): Promise<ReadonlyMap<string, Remembered>> {
    const book = this.funds.get(fundId) ?? new Map<string, Remembered>();
    this.funds.set(fundId, book);
    const revisions = await this.loans.revisionsOf(fundId);
    const there = new Set(revisions.map(({ id }) => id));
    for (const id of book.keys()) if (!there.has(id)) book.delete(id);
    const changed = revisions.filter(({ id, revision }) => book.get(id)?.revision !== revision).map(({ id }) => id);
    for (const some of inParts(changed)) {
      for (const { id, revision, state } of await this.loans.statesOf(some))
        book.set(id, { revision, timeline: timelineOf(state), promised: promisedOf(state) });
    }
    return book;
  }
}

function* timelinesIn(book: ReadonlyMap<string, Remembered>): Generator<LoanTimeline> {
  for (const { timeline } of book.values()) yield timeline;
}

function* inParts(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE);
}

/** Planned tranches that what was paid out so far does not cover, the earliest ones first. */
function promisedOf(loan: RunningLoan): readonly PromisedMoney[] {
  if (loan.status !== 'Running' || loan.suspended || loan.facts.some(({ type }) => type === 'opening')) return [];
  let covered = disbursedOf(loan);
  return loan.contract.tranches.flatMap(({ on, amount }) => {
    const left = Math.max(0, amount - covered);
    covered = Math.max(0, covered - amount);
    return left === 0 ? [] : [{ on, amount: left }];
  });
}
