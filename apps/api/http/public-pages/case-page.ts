import type { DossierSummary } from '@hoptac/dossiers';
import { STEP_WORDS } from '@hoptac/dossiers';
import type { AreaTree } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import { type Markup, html } from './html';
import { caseCodeForm } from './home-page';
import { dayText, instantText, officeText } from './words';

type CaseStatus = DossierSummary['status'];
/** What of a dossier is anyone's to know. */
export type PublicCase = Pick<
  DossierSummary,
  | 'case_code'
  | 'status'
  | 'closed'
  | 'late'
  | 'due_what'
  | 'due_on'
  | 'receiving_office_id'
  | 'deciding_office_id'
  | 'received_at'
>;

const STEPS = ['Nộp', 'Tiếp nhận', 'Xem xét', 'Quyết định', 'Cấp Giấy chứng nhận'];
/** Place of the step that goes on; past the end when all is done, undefined when the procedure ended on the way. */
const PRESENT: Partial<Record<CaseStatus, number>> = {
  UnderExamination: 2,
  AwaitingCorrection: 2,
  AwaitingDecision: 3,
  Granted: 4,
  Registered: STEPS.length,
};

const NEXT: Readonly<Record<CaseStatus, string>> = {
  NotFiled: '',
  UnderExamination: 'Cơ quan đăng ký đang xem xét. Bạn chưa phải làm gì.',
  AwaitingCorrection:
    'Cơ quan đăng ký yêu cầu sửa đổi, bổ sung. Người nộp đăng nhập để đọc thông báo và nộp bổ sung trước khi hết hạn.',
  AwaitingDecision: 'Hồ sơ đã trình lãnh đạo. Bạn chưa phải làm gì.',
  Granted: 'Hồ sơ đã được chấp thuận; Giấy chứng nhận đang được cấp.',
  Registered: 'Người nộp đăng nhập để nhận Giấy chứng nhận đăng ký hợp tác xã.',
  Refused: 'Người nộp đăng nhập để đọc lý do từ chối và quyền khiếu nại.',
  Lapsed: 'Hồ sơ đã bị hủy vì quá hạn bổ sung. Người nộp có thể nộp hồ sơ mới.',
  Withdrawn: 'Thủ tục đã dừng theo đề nghị của người nộp.',
};

function stepper(status: CaseStatus): Markup {
  const present = PRESENT[status];
  if (present === undefined)
    return html`<ol class="stepper">
      <li aria-current="step">■ ${STEP_WORDS[status].vi}</li>
    </ol>`;
  const items = STEPS.map((step, place) => {
    if (place < present)
      return html`<li><span aria-hidden="true">✓ </span>${step} <span class="muted">(xong)</span></li>`;
    return place === present
      ? html`<li aria-current="step">
          <span aria-hidden="true">● </span>${step} <span class="muted">(đang làm)</span>
        </li>`
      : html`<li><span aria-hidden="true">○ </span>${step}</li>`;
  });
  return html`<ol class="stepper" aria-label="Các bước của thủ tục">
    ${items}
  </ol>`;
}

function limit(row: PublicCase, today: LocalDate): Markup {
  if (row.closed || row.due_on === null)
    return html`<span class="tag plain"><span aria-hidden="true">✓ </span>Đã xong</span>`;
  const day = dayText(row.due_on);
  if (row.due_what === 'correction')
    return html`<span class="tag paused"
      ><span aria-hidden="true">❚❚ </span>Tạm dừng: chờ người nộp bổ sung đến ${day}</span
    >`;
  if (row.late) return html`<span class="tag late"><span aria-hidden="true">▲ </span>Quá hạn · ${day}</span>`;
  return row.due_on <= today
    ? html`<span class="tag due-soon"><span aria-hidden="true">◐ </span>Đến hạn hôm nay</span>`
    : html`<span class="tag in-time"><span aria-hidden="true">● </span>Còn hạn · ${day}</span>`;
}

/** Where a dossier stands; names no person and no content (D295 Art. 19). */
export function casePage(row: PublicCase, areas: AreaTree, today: LocalDate): Markup {
  const complaint =
    row.late && !row.closed ? html`<p>Cơ quan đăng ký trả lời chậm. Người nộp có quyền khiếu nại.</p>` : undefined;
  return html`<h1>Hồ sơ <span class="code">${row.case_code}</span></h1>
    <p class="row"><span class="tag plain">${STEP_WORDS[row.status].vi}</span>${limit(row, today)}</p>
    ${stepper(row.status)}
    <p><strong>${NEXT[row.status]}</strong></p>
    ${complaint}
    <dl class="facts">
      <dt>Thủ tục</dt>
      <dd>Đăng ký thành lập hợp tác xã, liên hiệp hợp tác xã</dd>
      <dt>Nơi nhận</dt>
      <dd>${officeText(areas, row.receiving_office_id, today)}</dd>
      <dt>Cơ quan giải quyết</dt>
      <dd>${officeText(areas, row.deciding_office_id, today)}</dd>
      <dt>Nhận lúc</dt>
      <dd>${instantText(row.received_at)}</dd>
    </dl>
    <h2>Tra cứu hồ sơ khác</h2>
    ${caseCodeForm()}`;
}

/** The one answer for a code that is unknown, mistyped or nobody's business. */
export function unknownCasePage(typed: string): Markup {
  return html`<h1>Không tìm thấy hồ sơ</h1>
    <p>
      Không có hồ sơ nào tra cứu được với mã <span class="code">${typed}</span>. Xem lại mã trên giấy tiếp nhận hồ sơ và
      hẹn trả kết quả.
    </p>
    ${caseCodeForm(typed)}`;
}
