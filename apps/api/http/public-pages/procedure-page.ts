import { isDomainError, isLocalDate, type LocalDate } from '@hoptac/kernel';
import { lawText } from '@hoptac/papers';
import { loadRulebook, type Procedure, type TimerName, type TimerRule } from '@hoptac/rulebook';
import { type Markup, html } from './html';
import type { Speech, WordTable } from './speech';
import { EVIDENCE_WORDS, dayText } from './words';

interface Sourced {
  readonly article: string;
  readonly evidence: string;
}

const UNITS: WordTable<TimerRule['unit']> = {
  'working-day': ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  month: ['tháng', 'months'],
};
const EXPIRY: WordTable = {
  complaintRight: [
    'Quá hạn mà chưa có kết quả: người nộp có quyền khiếu nại.',
    'Once it has passed without an answer, the applicant may complain.',
  ],
  dossierCancelled: ['Quá hạn: hồ sơ bị hủy.', 'Once it has passed, the dossier is cancelled.'],
  none: ['', ''],
};
const FACTS: WordTable = {
  foreignIndividualInvestor: ['có nhà đầu tư cá nhân nước ngoài', 'individual foreign investors take part'],
  foreignParticipation: ['có nhà đầu tư nước ngoài', 'foreign investors take part'],
  foundedBeforeInvestmentCertificate: [
    'thành lập trước khi có Giấy chứng nhận đăng ký đầu tư',
    'founded before the investment certificate',
  ],
};

/** Where the guide speaks from: the law as of a day. */
export interface ProcedureGuide {
  readonly procedure: Procedure;
  readonly on: LocalDate;
  /** Limits of the procedure and of those that interrupt it, with whose they are. */
  readonly limits: readonly { readonly name: readonly [vi: string, en: string]; readonly timer: TimerRule }[];
  readonly fee: Sourced & { readonly setByVi: string; readonly setByEn: string };
}

const LIMITS: readonly (readonly [procedure: string, timer: TimerName, vi: string, en: string])[] = [
  ['P01', 'decision', 'Giải quyết hồ sơ', 'Decision on the dossier'],
  ['P02', 'correctionAnswer', 'Nộp sửa đổi, bổ sung sau thông báo', 'Answer to a correction notice'],
  ['P03', 'withdrawalDecision', 'Trả lời đề nghị dừng thủ tục', 'Answer to a withdrawal'],
];

/** The guide of a procedure as of a day; undefined where there is no such procedure, or none is known for that day. */
export function procedureGuide(id: string, on: LocalDate): ProcedureGuide | undefined {
  const rulebook = loadRulebook();
  if (id !== 'P01') return undefined;
  try {
    const regime = rulebook.regimeOn(on);
    const limits = LIMITS.map(([procedure, timer, vi, en]) => ({
      name: [vi, en] as const,
      timer: rulebook.procedure(procedure, regime).timer(timer),
    }));
    const fee = rulebook.valueInRegime('fee.founding', regime);
    return {
      procedure: rulebook.procedure(id, regime),
      on,
      limits,
      fee: { ...fee.value, article: fee.article, evidence: fee.evidence },
    };
  } catch (error) {
    if (isDomainError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}

/** The day of `?ngay=`, or the stack's own. */
export const askedDay = (typed: unknown, today: LocalDate): LocalDate => (isLocalDate(typed) ? typed : today);

/** Article and how sure it is, beside every rule. Articles stay Vietnamese: that is how they are cited. */
export const source = ({ article, evidence }: Sourced, speech: Speech): Markup =>
  html`<span class="muted"
    ><span lang="vi">${lawText(article)}</span> ·
    <span class="tag ${evidence === 'verified' ? 'in-time' : 'due-soon'}"
      >${speech.word(EVIDENCE_WORDS, evidence)}</span
    ></span
  >`;

function documents({ procedure }: ProcedureGuide, speech: Speech): Markup {
  const when = (conditions: Procedure['documents'][number]['requiredWhen']): string =>
    conditions
      .map(({ fact, is }) => `${is ? '' : speech.say('không ', 'not ')}${speech.word(FACTS, fact)}`)
      .join(speech.say(' và ', ' and '));
  return html`<ol>
    ${procedure.documents.map(
      (document) =>
        html`<li>
          <p>
            <strong>${speech.pick({ vi: document.nameVi, en: document.nameEn })}</strong>
            ${
              document.requiredWhen.length === 0
                ? undefined
                : html`(${speech.say('khi', 'when')} ${when(document.requiredWhen)})`
            }
          </p>
          <p>${source(document, speech)}</p>
        </li>`,
    )}
  </ol>`;
}

const listed = (
  rules: readonly (Sourced & { readonly textVi: string; readonly textEn: string })[],
  speech: Speech,
): Markup =>
  html`<ul>
    ${rules.map(
      (rule) =>
        html`<li>
          <p>${speech.pick({ vi: rule.textVi, en: rule.textEn })}</p>
          <p>${source(rule, speech)}</p>
        </li>`,
    )}
  </ul>`;

/** What a procedure needs, how long it takes, what it costs, by which articles (D295 Art. 19). */
export function procedurePage(guide: ProcedureGuide, speech: Speech): Markup {
  const { procedure, on, limits, fee } = guide;
  const office = procedure.actor('decides');
  return html`<h1>${speech.pick({ vi: procedure.nameVi, en: procedure.nameEn })}</h1>
    <p>${speech.say('Quy định áp dụng ngày', 'The law as of')} ${dayText(on)}. ${source(procedure, speech)}</p>
    <p>
      <a class="button main" href="/api/session/login?returnTo=/ho-so-cua-toi">${speech.say('Bắt đầu', 'Start')}</a>
    </p>
    <h2>${speech.say('Giấy tờ cần nộp', 'Papers to file')}</h2>
    <p>
      ${speech.say(
        'Chỉ những giấy tờ này; cơ quan đăng ký không được đòi thêm.',
        'These papers and no others; the office may not ask for more.',
      )}
    </p>
    ${documents(guide, speech)}
    <h2>${speech.say('Thời hạn', 'Time limits')}</h2>
    <dl class="facts">
      ${limits.map(
        ({ name: [vi, en], timer }) =>
          html`<dt>${speech.say(vi, en)}</dt>
            <dd>
              <p>
                <strong>${timer.amount} ${speech.word(UNITS, timer.unit)}</strong>.
                ${speech.word(EXPIRY, timer.onExpiry)}
              </p>
              <p>${source(timer, speech)}</p>
            </dd>`,
      )}
    </dl>
    <h2>${speech.say('Phí, lệ phí', 'Fee')}</h2>
    <p>
      ${speech.say(`Mức thu do ${fee.setByVi} quy định.`, `The amount is set by ${fee.setByEn}.`)}
      ${source(fee, speech)}
    </p>
    <h2>${speech.say('Cơ quan giải quyết', 'Who decides')}</h2>
    <p>${speech.pick({ vi: office.nameVi, en: office.nameEn })}. ${source(office, speech)}</p>
    <h2>${speech.say('Điều kiện tiếp nhận', 'Conditions of receipt')}</h2>
    ${listed(procedure.receivingConditions, speech)}
    <h2>${speech.say('Điều kiện cấp Giấy chứng nhận', 'Conditions of the certificate')}</h2>
    ${listed(procedure.grantConditions, speech)}
    <h2>${speech.say('Căn cứ từ chối', 'Grounds of refusal')}</h2>
    ${listed(procedure.refusalGrounds, speech)}
    <h2>${speech.say('Quy định vào ngày khác', 'The law on another day')}</h2>
    <form method="get" action="/thu-tuc/${procedure.id}">
      <div class="field">
        <label for="ngay">${speech.say('Ngày', 'Day')}</label>
        <input id="ngay" name="ngay" type="date" value="${on}" required />
      </div>
      <button type="submit">${speech.say('Xem', 'Show')}</button>
    </form>`;
}

export function unknownProcedurePage(id: string, speech: Speech): Markup {
  return html`<h1>${speech.say('Không có hướng dẫn này', 'There is no such guide')}</h1>
    <p>
      ${speech.say(
        'Không có hướng dẫn của thủ tục này vào ngày đã chọn:',
        'There is no guide of this procedure on the chosen day:',
      )}
      <span class="code hash">${id}</span>.
    </p>
    <p><a href="/thu-tuc/P01">${speech.say('Đăng ký thành lập hợp tác xã', 'Founding registration')}</a></p>`;
}
