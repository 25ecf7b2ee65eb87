import type { Command, Decider, DomainEvent, LocalDate } from '@hoptac/kernel';

/** Stream `caseCodes-<office>-<yymmdd>`: one number after the other, per receiving office and day — mã hồ sơ (D295 Art. 19). */
export type CaseCodeAllocated = DomainEvent<
  'CaseCodeAllocated',
  { dossierId: string; number: number; caseCode: string }
>;
export type AllocateCaseCode = Command<
  'AllocateCaseCode',
  { dossierId: string; shape: string; officeId: string; on: LocalDate }
>;

/** One code given; a list linked backwards, because a busy day would make copying a table with each code dear. */
export interface AllocatedCode {
  readonly dossierId: string;
  readonly caseCode: string;
  readonly before?: AllocatedCode;
}

/** Codes of one office and day. */
export interface CaseCodes {
  readonly last: number;
  readonly latest?: AllocatedCode;
}

/** The dossier's code, if it has one. */
export function codeOf({ latest }: CaseCodes, dossierId: string): string | undefined {
  for (let code = latest; code !== undefined; code = code.before)
    if (code.dossierId === dossierId) return code.caseCode;
  return undefined;
}

/** Gives each dossier one code, the same one however often it asks. */
export const caseCodeDecider: Decider<CaseCodes, AllocateCaseCode, CaseCodeAllocated> = {
  initialState: () => ({ last: 0 }),
  evolve: ({ latest }, { data: { number, dossierId, caseCode } }) => ({
    last: number,
    latest: { dossierId, caseCode, ...(latest === undefined ? {} : { before: latest }) },
  }),
  decide: ({ data }, state) => {
    if (codeOf(state, data.dossierId) !== undefined) return [];
    const number = state.last + 1;
    return [
      {
        type: 'CaseCodeAllocated',
        data: { dossierId: data.dossierId, number, caseCode: caseCode(data.shape, data.officeId, data.on, number) },
      },
    ];
  },
};

/** Fills a shape: `{office}`, `{yymmdd}` and `{nnnn}` (at least four digits), e.g. `H01.{office}-{yymmdd}-{nnnn}`. */
export function caseCode(shape: string, officeId: string, on: LocalDate, number: number): string {
  return shape
    .replace('{office}', officeId)
    .replace('{yymmdd}', yymmdd(on))
    .replace('{nnnn}', String(number).padStart(4, '0'));
}

export const caseCodeStreamId = (officeId: string, on: LocalDate): string => `${officeId}-${yymmdd(on)}`;

/** How people type a code — spaces, case and dashes forgiven — and the code as stored compare equal in this form. */
export const comparableCaseCode = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

const yymmdd = (on: LocalDate): string => on.slice(2).replaceAll('-', '');
