import type { LocalDate } from '@hoptac/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ApplicationLimit, SubmittedApplication } from '../../domain';
import { turnOf } from '../../read-models/applications/applications.projection';

/** One thing said in both languages. */
export class Said {
  @ApiProperty() readonly vi!: string;
  @ApiProperty() readonly en!: string;
}

export class JourneyStep {
  @ApiProperty({ example: 'appraisal' }) readonly step!: string;
  @ApiProperty({ type: Said }) readonly name!: Said;
  @ApiProperty({ enum: ['done', 'current', 'ahead'] }) readonly state!: 'done' | 'current' | 'ahead';
}

/** Where an application stands, in plain words: what is, who acts next and until when. */
export class Journey {
  @ApiProperty({ type: [JourneyStep] }) readonly steps!: readonly JourneyStep[];
  @ApiProperty({ type: Said }) readonly now!: Said;
  @ApiPropertyOptional({ enum: ['applicant', 'officer', 'appraiser', 'director', 'council', 'board'] })
  readonly waitingFor?: string;
  @ApiPropertyOptional({ type: Said, description: 'What comes next; absent once nothing does.' }) readonly next?: Said;
  @ApiPropertyOptional({ description: 'Last day of the limit that runs.' }) readonly dueOn?: LocalDate;
  @ApiPropertyOptional({ description: 'The limit has passed without its act.' }) readonly late?: boolean;
}

const STEPS: readonly { readonly step: ApplicationLimit; readonly name: Said }[] = [
  { step: 'check', name: { vi: 'Kiểm tra hồ sơ', en: 'Check of the dossier' } },
  { step: 'appraisal', name: { vi: 'Thẩm định', en: 'Appraisal' } },
  { step: 'decision', name: { vi: 'Quyết định cho vay', en: 'Decision' } },
  { step: 'contract', name: { vi: 'Ký hợp đồng tín dụng', en: 'Contract' } },
  { step: 'security', name: { vi: 'Hoàn tất biện pháp bảo đảm', en: 'Security' } },
];

type Status = SubmittedApplication['status'];

/** How many of the steps are behind; what ended early stays where it ended. */
const BEHIND: Readonly<Partial<Record<Status, number>>> = {
  Submitted: 0,
  AwaitingCompletion: 0,
  UnderAppraisal: 1,
  AwaitingDecision: 2,
  Approved: 3,
  ContractSigned: 4,
  Contracted: 5,
};

const NOW: Readonly<Record<Status, Said>> = {
  Submitted: {
    vi: 'Quỹ đang kiểm tra hồ sơ đã đủ hay chưa.',
    en: 'The fund is checking whether the dossier is complete.',
  },
  AwaitingCompletion: {
    vi: 'Hồ sơ còn thiếu. Bổ sung các mục trong danh sách, một lần, trước khi hết hạn.',
    en: 'Something is missing. Complete what the list names, once, before the limit ends.',
  },
  UnderAppraisal: {
    vi: 'Hồ sơ đầy đủ. Cán bộ của Quỹ đang thẩm định phương án và khả năng trả nợ.',
    en: 'The dossier is complete. The fund is appraising plan and ability to repay.',
  },
  AwaitingDecision: {
    vi: 'Báo cáo thẩm định đã trình, chờ quyết định.',
    en: 'The appraisal report lies before those who decide.',
  },
  Approved: {
    vi: 'Khoản vay được chấp thuận, chờ ký hợp đồng.',
    en: 'The loan is approved; the contract is to be signed.',
  },
  ContractSigned: {
    vi: 'Hợp đồng đã ký, chờ hoàn tất biện pháp bảo đảm.',
    en: 'The contract is signed; the security is to be perfected.',
  },
  Contracted: {
    vi: 'Hợp đồng và biện pháp bảo đảm đã hoàn tất. Quỹ giải ngân theo hợp đồng.',
    en: 'Contract and security are complete. Money is paid out as agreed.',
  },
  Rejected: { vi: 'Quỹ từ chối cho vay, có nêu lý do.', en: 'The fund refused the loan, with its reason.' },
  Withdrawn: { vi: 'Hồ sơ đã rút theo yêu cầu của người vay.', en: 'The application was withdrawn by the borrower.' },
  Lapsed: { vi: 'Hồ sơ hết hiệu lực do quá hạn.', en: 'The application lapsed because a limit passed.' },
};

const NEXT: Readonly<Partial<Record<Status, Said>>> = {
  Submitted: {
    vi: 'Đủ thì chuyển thẩm định; thiếu thì gửi một danh sách bổ sung.',
    en: 'If complete it is appraised; if not, one list of what is missing is sent.',
  },
  AwaitingCompletion: { vi: 'Sau khi bổ sung, Quỹ kiểm tra lại.', en: 'After completion the fund checks again.' },
  UnderAppraisal: { vi: 'Báo cáo thẩm định được trình người quyết định.', en: 'The report goes to those who decide.' },
  AwaitingDecision: { vi: 'Chấp thuận hoặc từ chối, có lý do.', en: 'Approval or a reasoned refusal.' },
  Approved: {
    vi: 'Quỹ mời ký hợp đồng; quá hạn thì chấp thuận hết hiệu lực.',
    en: 'The fund invites you to sign; after the limit the approval lapses.',
  },
  ContractSigned: {
    vi: 'Đăng ký xong biện pháp bảo đảm thì được giải ngân.',
    en: 'Money is paid out once the security is registered.',
  },
};

export function journeyOf(state: SubmittedApplication): Journey {
  const { status, limit } = state;
  const turn = turnOf(state);
  const behind = BEHIND[status] ?? endedAfter(state);
  const next = NEXT[status];
  return {
    steps: STEPS.map(({ step, name }, index) => ({
      step,
      name,
      state: index < behind ? 'done' : index === behind && limit !== undefined ? 'current' : 'ahead',
    })),
    now: NOW[status],
    ...(turn === undefined ? {} : { waitingFor: turn }),
    ...(next === undefined ? {} : { next }),
    ...(limit === undefined ? {} : { dueOn: limit.due.dueOn, late: limit.late }),
  };
}

function endedAfter({ approved, appraisal, appraiserId }: SubmittedApplication): number {
  if (approved !== undefined) return 3;
  if (appraisal !== undefined) return 2;
  return appraiserId === undefined ? 0 : 1;
}
