import type { LocalDate } from '@hoptac/kernel';
import type { JsonObject, PersonVault } from '@hoptac/personal-data';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  ApplicationAction,
  ApplicationDocument,
  EligibilityFinding,
  LoanContract,
  LoanPlan,
  LoanTerms,
  MissingItem,
  RunningLimit,
  SubmittedApplication,
} from '../../domain';
import type { ApplicationTrail } from '../../read-models/applications/application-trail';
import type { ApplicationEntryRow, ApplicationRow } from '../../read-models/applications/applications.projection';
import { Journey, journeyOf } from './journey';

export class ApplicationLine {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ example: 'QHT.91-261123-0001' }) readonly code!: string;
  @ApiProperty() readonly fundId!: string;
  @ApiProperty() readonly borrowerName!: string;
  @ApiProperty() readonly borrowerKind!: string;
  @ApiProperty() readonly project!: string;
  @ApiProperty({ description: 'Đồng: wanted, approved, or agreed.' }) readonly amount!: number;
  @ApiProperty({ example: 'UnderAppraisal' }) readonly status!: string;
  @ApiPropertyOptional() readonly waitingFor?: string;
  @ApiPropertyOptional() readonly appraiserId?: string;
  @ApiPropertyOptional() readonly dueOn?: LocalDate;
  @ApiProperty() readonly late!: boolean;
  @ApiProperty() readonly submittedAt!: string;
  @ApiProperty() readonly changedAt!: string;
}

export class ApplicationListAnswer {
  @ApiProperty({ type: [ApplicationLine] }) readonly items!: readonly ApplicationLine[];
  @ApiPropertyOptional() readonly total?: number;
  @ApiProperty({ description: 'False when the list may be behind `after`.' }) readonly current!: boolean;
  @ApiPropertyOptional() readonly next?: string;
}

export const lineOf = (row: ApplicationRow, staff: boolean): ApplicationLine => ({
  id: row.id,
  code: row.code,
  fundId: row.fund_id,
  borrowerName: row.borrower_name,
  borrowerKind: row.borrower_kind,
  project: row.project,
  amount: row.amount,
  status: row.status,
  ...(row.waiting_for === null ? {} : { waitingFor: row.waiting_for }),
  ...(row.appraiser_id === null || !staff ? {} : { appraiserId: row.appraiser_id }),
  ...(row.due_on === null ? {} : { dueOn: row.due_on }),
  late: row.late,
  submittedAt: row.submitted_at,
  changedAt: row.changed_at,
});

/** What only the fund's staff read: report, votes, bonds, and what a decision rested on. */
export class StaffPart {
  @ApiPropertyOptional() readonly appraiserId?: string;
  @ApiPropertyOptional({ type: Object }) readonly report?: ApplicationTrail['report'];
  @ApiPropertyOptional({ type: Object }) readonly sentBack?: ApplicationTrail['sentBack'];
  @ApiProperty({ type: [Object] }) readonly votes!: ApplicationTrail['votes'];
  @ApiProperty({ type: [Object] }) readonly bonds!: ApplicationTrail['bonds'];
  @ApiPropertyOptional({ type: Object }) readonly approval?: ApplicationTrail['approval'];
  @ApiPropertyOptional({ type: Object }) readonly perfected?: ApplicationTrail['perfected'];
}

export class OutcomeView {
  @ApiProperty() readonly decidedOn!: LocalDate;
  @ApiProperty({ enum: ['director', 'council', 'board'] }) readonly body!: string;
  @ApiPropertyOptional({ type: Object }) readonly terms?: LoanTerms;
  @ApiPropertyOptional() readonly ground?: string;
  @ApiPropertyOptional() readonly reason?: string;
}

/** One application, for its applicant or for the fund's staff. */
export class ApplicationView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly revision!: number;
  @ApiProperty() readonly code!: string;
  @ApiProperty() readonly fundId!: string;
  @ApiProperty() readonly status!: string;
  @ApiProperty({ type: Object }) readonly borrower!: {
    readonly kind: string;
    readonly name: string;
    readonly organisationId?: string;
    /** In clear, for the applicant alone. */
    readonly person?: JsonObject;
  };
  @ApiProperty({ type: [String] }) readonly related!: readonly string[];
  @ApiProperty({ type: Object }) readonly plan!: LoanPlan;
  @ApiProperty({ type: [Object] }) readonly documents!: readonly ApplicationDocument[];
  @ApiProperty({ type: [Object], description: 'Eligibility as found, each with article and evidence mark.' })
  readonly findings!: readonly EligibilityFinding[];
  @ApiProperty({ description: 'Lending rules under which it was submitted.' }) readonly policyVersion!: string;
  @ApiProperty() readonly submittedAt!: string;
  @ApiProperty({ description: '0 = as submitted.' }) readonly round!: number;
  @ApiProperty({ type: [Object] }) readonly missing!: readonly MissingItem[];
  @ApiPropertyOptional({ type: Object }) readonly limit?: RunningLimit;
  @ApiProperty({ type: Journey }) readonly journey!: Journey;
  @ApiPropertyOptional({ type: OutcomeView }) readonly outcome?: OutcomeView;
  @ApiPropertyOptional({ type: Object }) readonly contract?: LoanContract;
  @ApiProperty({ type: [String] }) readonly allowedActions!: readonly ApplicationAction[];
  @ApiPropertyOptional({ type: StaffPart }) readonly staff?: StaffPart;
}

/** @param own for the applicant: his own person in clear, nothing of what the fund's people said among themselves. */
export async function applicationView(
  { revision, trail }: ApplicationRow,
  state: SubmittedApplication,
  allowedActions: readonly ApplicationAction[],
  own: boolean,
  vault: PersonVault,
): Promise<ApplicationView> {
  const { borrower, limit, contract } = state;
  const person = own && borrower.person !== undefined ? await vault.open(borrower.person) : null;
  const { kind, name, organisationId } = borrower;
  const { applicationId: id, code, fundId, status, plan, documents, findings, policyVersion } = state;
  const { submittedAt, round, missing, related } = state;
  return {
    ...{
      id,
      revision,
      code,
      fundId,
      status,
      related,
      plan,
      documents,
      findings,
      policyVersion,
      submittedAt,
      round,
      missing,
    },
    borrower: {
      kind,
      name,
      ...(organisationId === undefined ? {} : { organisationId }),
      ...(person === null ? {} : { person }),
    },
    ...(limit === undefined ? {} : { limit }),
    journey: journeyOf(state),
    ...outcomeOf(trail),
    ...(contract === undefined ? {} : { contract }),
    allowedActions,
    ...(own ? {} : { staff: staffPart(state, trail) }),
  };
}

function outcomeOf({ approval, rejection }: ApplicationTrail): { readonly outcome?: OutcomeView } {
  if (rejection !== undefined) {
    const { decidedOn, body, ground, reason } = rejection;
    return { outcome: { decidedOn, body, ground, reason } };
  }
  if (approval === undefined) return {};
  const { decidedOn, body, terms } = approval;
  return { outcome: { decidedOn, body, terms } };
}

function staffPart({ appraiserId }: SubmittedApplication, trail: ApplicationTrail): StaffPart {
  const { report, sentBack, votes, bonds, approval, perfected } = trail;
  return {
    ...(appraiserId === undefined ? {} : { appraiserId }),
    ...(report === undefined ? {} : { report }),
    ...(sentBack === undefined ? {} : { sentBack }),
    ...{ votes, bonds },
    ...(approval === undefined ? {} : { approval }),
    ...(perfected === undefined ? {} : { perfected }),
  };
}

/** One line of the timeline; accounts are told to staff only. */
export class ApplicationEntry {
  @ApiProperty() readonly revision!: number;
  @ApiProperty() readonly position!: string;
  @ApiProperty({ example: 'LoanApplicationAppraised' }) readonly type!: string;
  @ApiProperty() readonly occurredAt!: string;
  @ApiProperty({ type: Object }) readonly by!: {
    readonly role: string;
    readonly officeId?: string;
    readonly personId?: string;
  };
  @ApiProperty({ type: [String] }) readonly legalBasis!: readonly string[];
}

/** What the fund's people do among themselves: not on the applicant's timeline. */
const AMONG_STAFF: ReadonlySet<string> = new Set(['LoanVoteCast', 'LoanBondDeclared', 'LoanApplicationSentBack']);

export const entriesOf = (rows: readonly ApplicationEntryRow[], own: boolean): readonly ApplicationEntry[] =>
  rows
    .filter(({ type }) => !own || !AMONG_STAFF.has(type))
    .map(({ revision, position, type, occurred_at: occurredAt, done_by: by, legal_basis: legalBasis }) => ({
      ...{ revision, position, type, occurredAt, legalBasis },
      by: {
        role: by.role,
        ...(by.officeId === undefined ? {} : { officeId: by.officeId }),
        ...(own ? {} : { personId: by.personId }),
      },
    }));
