import { isDomainError, type LocalDate } from '@hoptac/kernel';
import { supportFundLaw, type SupportFundSubject, type SupportFundSubjects } from '@hoptac/rulebook';
import { type Markup, html } from './html';
import { source } from './procedure-page';
import type { Speech, WordTable } from './speech';
import { dayText } from './words';

const BORROWERS: WordTable = {
  cooperative: ['hợp tác xã', 'cooperatives'],
  cooperativeUnion: ['liên hiệp hợp tác xã', 'unions of cooperatives'],
  cooperativeMember: ['thành viên hợp tác xã', 'members of cooperatives'],
  groupMember: ['thành viên tổ hợp tác', 'members of cooperative groups'],
};

const percent = (points: number): string => `${(points / 100).toLocaleString('vi-VN')}\u00a0%`;

type Line = (on: LocalDate, speech: Speech) => readonly Markup[];

/** One rule in words, with article and evidence; a rule that did not exist on that day has no line. */
const line =
  <S extends SupportFundSubject>(subject: S, words: (value: SupportFundSubjects[S], speech: Speech) => string): Line =>
  (on, speech) => {
    try {
      const { value, article, evidence } = supportFundLaw(subject, on);
      return [
        html`<li>
          <p>${words(value, speech)}</p>
          <p>${source({ article, evidence }, speech)}</p>
        </li>`,
      ];
    } catch (error) {
      if (isDomainError(error) && error.code === 'RULEBOOK.NO_SUPPORT_FUND_RULE') return [];
      throw error;
    }
  };

/** What somebody who thinks of borrowing asks, each with its rule of the day. */
const LINES: readonly Line[] = [
  line(
    'borrower.kinds',
    (kinds, speech) =>
      `${speech.say('Người được vay: ', 'Who may borrow: ')}${kinds.map((kind) => speech.word(BORROWERS, kind)).join(', ')}.`,
  ),
  line('borrower.minimumAge', (years, speech) =>
    speech.say(
      `Cá nhân vay vốn phải đủ ${String(years)} tuổi.`,
      `A person who borrows must be ${String(years)} years old.`,
    ),
  ),
  line('ownCapital.minimumShare', (share, speech) =>
    speech.say(
      `Vốn của chính bạn ít nhất ${percent(share)} tổng mức đầu tư của dự án.`,
      `Your own capital: at least ${percent(share)} of the project’s total investment.`,
    ),
  ),
  line('limit.singleBorrowerShare', (share, speech) =>
    speech.say(
      `Tổng dư nợ của một người vay không quá ${percent(share)} vốn điều lệ thực có của Quỹ.`,
      `All loans of one borrower: at most ${percent(share)} of the fund’s actual charter capital.`,
    ),
  ),
  line('limit.relatedShare', (share, speech) =>
    speech.say(
      `Cùng với người có liên quan: không quá ${percent(share)}.`,
      `Together with related persons: at most ${percent(share)}.`,
    ),
  ),
  line('term.maximumMonths', (months, speech) =>
    speech.say(`Thời hạn vay tối đa ${String(months)} tháng.`, `A loan runs for at most ${String(months)} months.`),
  ),
  line('overdueRate.maximumFactor', (factor, speech) =>
    speech.say(
      `Lãi suất nợ quá hạn không quá ${percent(factor)} lãi suất trong hạn.`,
      `The overdue rate: at most ${percent(factor)} of the rate in term.`,
    ),
  ),
];

const STEPS: readonly (readonly [vi: string, en: string])[] = [
  [
    'Nộp hồ sơ: dự án hoặc phương án sản xuất, kinh doanh, chi phí, nguồn vốn, dòng tiền từng kỳ, tài sản bảo đảm. Điều Sổ đăng ký đã biết thì không phải khai lại.',
    'Apply: project or business plan, costs, sources, cash flow of each period, security. What the register knows is not asked again.',
  ],
  [
    'Quỹ kiểm tra đủ giấy tờ. Nếu thiếu, Quỹ gửi một lần duy nhất danh sách cần bổ sung.',
    'The fund checks that the papers are complete. If not, it sends one list of what is missing, once.',
  ],
  [
    'Cán bộ thẩm định xem xét điều kiện vay, vốn tự có và khả năng trả nợ. Người có quan hệ với bạn không được tham gia.',
    'An appraisal officer examines conditions, own capital and the ability to repay. Nobody bound to you takes part.',
  ],
  ['Giám đốc hoặc Hội đồng quyết định theo số tiền vay.', 'Director or council decide, depending on the amount.'],
  [
    'Ký hợp đồng tín dụng, hoàn tất biện pháp bảo đảm, giải ngân.',
    'The contract is signed, security is perfected, the money is paid out.',
  ],
  ['Trả nợ theo lịch; mọi khoản thu đều xem được.', 'You repay by the plan; every receipt is to be seen.'],
];

/** Who may borrow from the Cooperative Development Support Fund, how much, and how it goes: the law of a day (Decree 45/2021). */
export function fundPage(on: LocalDate, speech: Speech): Markup {
  return html`<h1>${speech.say('Quỹ hỗ trợ phát triển hợp tác xã', 'Cooperative Development Support Fund')}</h1>
    <p>
      ${speech.say(
        'Quỹ cho hợp tác xã, liên hiệp hợp tác xã và thành viên vay vốn để đầu tư, sản xuất, kinh doanh.',
        'The fund lends to cooperatives, unions and their members for investment and business.',
      )}
    </p>
    <p class="row">
      <a class="button main" href="/api/session/login?returnTo=/vay-von"
        >${speech.say('Đăng nhập và vay vốn', 'Sign in and apply')}</a
      >
      <a class="button" href="/tinh-khoan-vay">${speech.say('Tính lịch trả nợ', 'Repayment calculator')}</a>
    </p>
    <h2>${speech.say('Điều kiện và mức vay', 'Conditions and amounts')}</h2>
    <p>${speech.say('Quy định áp dụng ngày', 'The law as of')} ${dayText(on)}.</p>
    <ul>
      ${LINES.flatMap((given) => given(on, speech))}
    </ul>
    <h2>${speech.say('Vay vốn diễn ra thế nào', 'How borrowing goes')}</h2>
    <ol>
      ${STEPS.map(([vi, en]) => html`<li><p>${speech.say(vi, en)}</p></li>`)}
    </ol>`;
}
