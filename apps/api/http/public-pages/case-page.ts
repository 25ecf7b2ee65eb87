import type { DossierSummary } from '@hoptac/dossiers';
import { STEP_WORDS } from '@hoptac/dossiers';
import type { AreaTree } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import { type Markup, html } from './html';
import { caseCodeForm } from './home-page';
import type { Speech, WordTable } from './speech';
import { dayText, instantText } from './words';

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

const STEPS = [
  ['Nộp', 'Filed'],
  ['Tiếp nhận', 'Received'],
  ['Xem xét', 'In review'],
  ['Quyết định', 'Decision'],
  ['Cấp Giấy chứng nhận', 'Certificate'],
] as const;
/** Place of the step that goes on; past the end when all is done, undefined when the procedure ended on the way. */
const PRESENT: Partial<Record<CaseStatus, number>> = {
  UnderExamination: 2,
  AwaitingCorrection: 2,
  AwaitingDecision: 3,
  Granted: 4,
  Registered: STEPS.length,
};

const NEXT: WordTable<CaseStatus> = {
  NotFiled: ['', ''],
  UnderExamination: [
    'Cơ quan đăng ký đang xem xét. Bạn chưa phải làm gì.',
    'The registration office is examining it. You have nothing to do yet.',
  ],
  AwaitingCorrection: [
    'Cơ quan đăng ký yêu cầu sửa đổi, bổ sung. Người nộp đăng nhập để đọc thông báo và nộp bổ sung trước khi hết hạn.',
    'The registration office asks for corrections. The applicant signs in to read the notice and to answer it in time.',
  ],
  AwaitingDecision: [
    'Hồ sơ đã trình lãnh đạo. Bạn chưa phải làm gì.',
    'The dossier awaits the decision. You have nothing to do yet.',
  ],
  Granted: [
    'Hồ sơ đã được chấp thuận; Giấy chứng nhận đang được cấp.',
    'The dossier was granted; the certificate is being issued.',
  ],
  Registered: [
    'Người nộp đăng nhập để nhận Giấy chứng nhận đăng ký hợp tác xã.',
    'The applicant signs in to receive the registration certificate.',
  ],
  Refused: [
    'Người nộp đăng nhập để đọc lý do từ chối và quyền khiếu nại.',
    'The applicant signs in to read why it was refused and how to complain.',
  ],
  Lapsed: [
    'Hồ sơ đã bị hủy vì quá hạn bổ sung. Người nộp có thể nộp hồ sơ mới.',
    'The dossier was cancelled because no correction came in time. A new one may be filed.',
  ],
  Withdrawn: ['Thủ tục đã dừng theo đề nghị của người nộp.', 'The procedure was stopped at the applicant’s request.'],
};

function stepper(status: CaseStatus, speech: Speech): Markup {
  const present = PRESENT[status];
  if (present === undefined)
    return html`<ol class="stepper">
      <li aria-current="step">■ ${speech.pick(STEP_WORDS[status])}</li>
    </ol>`;
  const items = STEPS.map(([vi, en], place) => {
    const step = speech.say(vi, en);
    if (place < present)
      return html`<li>
        <span aria-hidden="true">✓ </span>${step} <span class="muted">${speech.say('(xong)', '(done)')}</span>
      </li>`;
    return place === present
      ? html`<li aria-current="step">
          <span aria-hidden="true">● </span>${step} <span class="muted">${speech.say('(đang làm)', '(now)')}</span>
        </li>`
      : html`<li><span aria-hidden="true">○ </span>${step}</li>`;
  });
  return html`<ol class="stepper" aria-label="${speech.say('Các bước của thủ tục', 'Steps of the procedure')}">
    ${items}
  </ol>`;
}

function limit(row: PublicCase, today: LocalDate, speech: Speech): Markup {
  if (row.closed || row.due_on === null)
    return html`<span class="tag plain"><span aria-hidden="true">✓ </span>${speech.say('Đã xong', 'Done')}</span>`;
  const day = dayText(row.due_on);
  if (row.due_what === 'correction') {
    const waits = speech.say(
      `Tạm dừng: chờ người nộp bổ sung đến ${day}`,
      `Paused: waits for the applicant’s correction until ${day}`,
    );
    return html`<span class="tag paused"><span aria-hidden="true">❚❚ </span>${waits}</span>`;
  }
  if (row.late)
    return html`<span class="tag late"
      ><span aria-hidden="true">▲ </span>${speech.say('Quá hạn', 'Late')} · ${day}</span
    >`;
  return row.due_on <= today
    ? html`<span class="tag due-soon"
        ><span aria-hidden="true">◐ </span>${speech.say('Đến hạn hôm nay', 'Due today')}</span
      >`
    : html`<span class="tag in-time"
        ><span aria-hidden="true">● </span>${speech.say('Còn hạn', 'In time')} · ${day}</span
      >`;
}

/** Where a dossier stands; names no person and no content (D295 Art. 19). */
export function casePage(row: PublicCase, areas: AreaTree, today: LocalDate, speech: Speech): Markup {
  const slow = speech.say(
    'Cơ quan đăng ký trả lời chậm. Người nộp có quyền khiếu nại.',
    'The registration office is late with its answer. The applicant has the right to complain.',
  );
  const facts: readonly (readonly [string, string])[] = [
    [
      speech.say('Thủ tục', 'Procedure'),
      speech.say(
        'Đăng ký thành lập hợp tác xã, liên hiệp hợp tác xã',
        'Founding registration of a cooperative or a union',
      ),
    ],
    [speech.say('Nơi nhận', 'Received at'), speech.office(areas, row.receiving_office_id, today)],
    [speech.say('Cơ quan giải quyết', 'Deciding office'), speech.office(areas, row.deciding_office_id, today)],
    [speech.say('Nhận lúc', 'Received on'), instantText(row.received_at)],
  ];
  return html`<h1>${speech.say('Hồ sơ', 'Dossier')} <span class="code">${row.case_code}</span></h1>
    <p class="row"><span class="tag plain">${speech.pick(STEP_WORDS[row.status])}</span>${limit(row, today, speech)}</p>
    ${stepper(row.status, speech)}
    <p><strong>${speech.word(NEXT, row.status)}</strong></p>
    ${row.late && !row.closed ? html`<p>${slow}</p>` : undefined}
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <h2>${speech.say('Tra cứu hồ sơ khác', 'Track another case')}</h2>
    ${caseCodeForm(speech)}`;
}

/** The one answer for a code that is unknown, mistyped or nobody's business. */
export function unknownCasePage(typed: string, speech: Speech): Markup {
  return html`<h1>${speech.say('Không tìm thấy hồ sơ', 'No dossier found')}</h1>
    <p>
      ${speech.say('Không có hồ sơ nào tra cứu được với mã', 'No dossier can be looked up by the code')}
      <span class="code hash">${typed}</span>.
      ${speech.say(
        'Xem lại mã trên giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
        'Check the code on the receipt with due date.',
      )}
    </p>
    ${caseCodeForm(speech, typed)}`;
}
