import { invalidInput, isLocalDate, searchText, type Dong, type LocalDate } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import { bankLineId } from '../loans/loan-desk';
import { BankLineStore } from '../loans/loan-stores';
import { LoanList } from '../../read-models/loans/loan-list';

/** A line of a statement as it was read. */
export interface StatementLine {
  readonly reference: string;
  readonly on: LocalDate;
  readonly amount: Dong;
  readonly text: string;
}

/** What was found for a line: counted before, one loan, several, or none — those are matched by hand. */
export interface MatchedLine extends StatementLine {
  readonly finding: 'counted' | 'matched' | 'doubtful' | 'unknown';
  readonly loans: readonly { readonly id: string; readonly contractNumber: string; readonly borrower: string }[];
}

const MOST_LINES = 2_000;
const LOANS_AT_ONCE = 200;

/**
 * Reads a bank's statement in CSV: a header naming `reference`, `date` (YYYY-MM-DD or DD/MM/YYYY), `amount` (đồng, thousands with dots or commas), `text`; fields
 * may be quoted. Lines of money going out (amount below zero) are left out.
 * @throws DomainError `SUPPORT_FUND.STATEMENT_INVALID` with the line's number
 */
export function readStatement(csv: string): readonly StatementLine[] {
  const [header = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => cellsOf(line, number));
  const place = (name: string): number => {
    const at = header.findIndex((cell) => cell.trim().toLowerCase() === name);
    if (at < 0) throw unreadable(1, name);
    return at;
  };
  const columns = { reference: place('reference'), on: place('date'), amount: place('amount'), text: place('text') };
  if (rows.length > MOST_LINES) throw unreadable(MOST_LINES + 1, 'length');
  return rows.flatMap((cells, index) => {
    const number = index + 2;
    const reference = (cells[columns.reference] ?? '').trim();
    if (!/^[A-Za-z0-9._:/-]{1,100}$/.test(reference)) throw unreadable(number, 'reference');
    const amount = amountOf(cells[columns.amount] ?? '', number);
    const on = dayOf((cells[columns.on] ?? '').trim(), number);
    return amount <= 0 ? [] : [{ reference, on, amount, text: (cells[columns.text] ?? '').trim() }];
  });
}

function cellsOf(line: string, number: number): readonly string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(,|;|$)/.exec(rest);
    const plain = /^([^,;"]*)(,|;|$)/.exec(rest);
    const found = quoted ?? plain;
    if (found === null) throw unreadable(number, 'quotes');
    cells.push(quoted === null ? found[1]! : found[1]!.replaceAll('""', '"'));
    if (found[2] === '') return cells;
    rest = rest.slice(found[0].length);
  }
}

function amountOf(text: string, number: number): Dong {
  const trimmed = text.trim();
  const digits = /^-?\d{1,3}([.,]\d{3})+$/.test(trimmed) ? trimmed.replace(/[.,]/g, '') : trimmed;
  const amount = Number(digits);
  if (!/^-?\d+$/.test(digits) || !Number.isSafeInteger(amount)) throw unreadable(number, 'amount');
  return amount;
}

function dayOf(text: string, number: number): LocalDate {
  const local = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const day = local === null ? text : `${local[3]!}-${local[2]!}-${local[1]!}`;
  if (!isLocalDate(day)) throw unreadable(number, 'date');
  return day;
}

const unreadable = (line: number, field: string): Error =>
  invalidInput('SUPPORT_FUND.STATEMENT_INVALID', `Line ${String(line)} of the statement cannot be read`, {
    line,
    field,
  });

/** The number stands by itself in the text: `hd-1` is not named by `hd-12`. */
function namesNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + number.length] ?? ' '}`;
    if (!/[a-z0-9]/.test(around)) return true;
  }
  return false;
}

/** Finds the loan that each line of a statement pays; nothing is recorded, persons confirm each receipt. */
@Injectable()
export class BankStatements {
  constructor(
    private readonly loans: LoanList,
    private readonly lines: BankLineStore,
  ) {}

  /** A line is matched when its text names exactly one contract number; a borrower's name alone leaves it doubtful. */
  async match(fundId: string, csv: string): Promise<readonly MatchedLine[]> {
    const lines = readStatement(csv);
    const candidates = await this.candidatesOf(fundId);
    return Promise.all(
      lines.map(async (line): Promise<MatchedLine> => {
        const { state } = await this.lines.load(bankLineId(fundId, line.reference));
        const text = searchText(line.text);
        const byNumber = candidates.filter((loan) => namesNumber(text, loan.number));
        const found = byNumber.length > 0 ? byNumber : candidates.filter((loan) => text.includes(loan.name));
        const loans = found.map(({ id, contractNumber, borrower }) => ({ id, contractNumber, borrower }));
        if (state.status === 'Assigned')
          return { ...line, finding: 'counted', loans: loans.filter(({ id }) => id === state.loanId) };
        const sure = byNumber.length === 1;
        return { ...line, finding: sure ? 'matched' : loans.length > 0 ? 'doubtful' : 'unknown', loans };
      }),
    );
  }

  private async candidatesOf(fundId: string) {
    const found: { id: string; contractNumber: string; borrower: string; number: string; name: string }[] = [];
    for (let cursor: string | undefined; ;) {
      const { rows, next } = await this.loans.page({ fundId, status: 'Running' }, LOANS_AT_ONCE, cursor);
      for (const { id, contract_number: contractNumber, borrower } of rows)
        found.push({ id, contractNumber, borrower, number: searchText(contractNumber), name: searchText(borrower) });
      if (next === undefined) return found;
      cursor = next;
    }
  }
}
