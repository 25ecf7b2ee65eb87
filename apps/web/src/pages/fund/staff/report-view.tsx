import { ASSESSED_WORDS, BODY_WORDS, BOND_WORDS, GROUND_WORDS, VOTE_WORDS } from '../../../fund-words';
import { formatDay, formatDong, formatInstant } from '../../../shared/format';
import { say } from '../../../shared/language';
import { usePeople } from '../../../shared/people';
import { formatRate } from '../../rate';
import { FiguresView } from '../figures-view';
import type { ApplicationView, Report } from '../types';

/** What the fund's people said: report, votes, bonds. */
export function StaffPart({ staff }: { staff: NonNullable<ApplicationView['staff']> }) {
  const people = usePeople();
  const { report, sentBack, votes, bonds, appraiserId } = staff;
  return (
    <>
      {appraiserId && (
        <p>
          {say('Người thẩm định: ', 'Appraiser: ')}
          <strong>{people.name(appraiserId, 'fundOfficer')}</strong>
        </p>
      )}
      {sentBack && (
        <section className="panel" aria-labelledby="back-heading">
          <h2 id="back-heading">{say('Đã trả lại để thẩm định lại', 'Sent back')}</h2>
          <p>
            {sentBack.reason}{' '}
            <span className="muted">
              {people.name(sentBack.sentBackBy)} · {formatInstant(sentBack.at)}
            </span>
          </p>
        </section>
      )}
      {report && <ReportView report={report} />}
      {votes.length > 0 && (
        <section className="panel" aria-labelledby="votes-heading">
          <h2 id="votes-heading">{say('Phiếu biểu quyết', 'Votes')}</h2>
          <ul>
            {votes.map(({ memberId, vote, reason }) => (
              <li key={memberId}>
                {people.name(memberId, 'fundCouncil')}: <strong>{VOTE_WORDS[vote] ?? vote}</strong>
                {reason && ` – ${reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {bonds.length > 0 && (
        <section className="panel" aria-labelledby="bonds-heading">
          <h2 id="bonds-heading">{say('Xung đột lợi ích đã khai', 'Declared conflicts')}</h2>
          <ul>
            {bonds.map(({ accountId, bond, note }) => (
              <li key={accountId}>
                {people.name(accountId)}: {BOND_WORDS[bond] ?? bond} – {note}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ReportView({ report }: { report: Report }) {
  const people = usePeople();
  const { terms } = report;
  return (
    <section className="paper" aria-labelledby="report-heading">
      <h2 id="report-heading">{say('Báo cáo thẩm định', 'Appraisal report')}</h2>
      <p className="muted">
        {people.name(report.appraisedBy, 'fundOfficer')} · {formatInstant(report.at)} ·{' '}
        {say('quyết định: ', 'decided by: ')}
        {BODY_WORDS[report.body] ?? report.body}
      </p>
      <p className="sentence">
        {report.proposal === 'approve'
          ? say(
              `Đề xuất cho vay ${formatDong(terms.amount)}, lãi suất ${formatRate(terms.annualRate)} một năm.`,
              `Proposes to lend ${formatDong(terms.amount)} at ${formatRate(terms.annualRate)} a year.`,
            )
          : say('Đề xuất từ chối.', 'Proposes to reject.')}{' '}
        {report.ground && GROUND_WORDS[report.ground]} {report.reason}
      </p>
      <p>
        {say('Giải ngân: ', 'Disbursements: ')}
        {terms.tranches.map(({ on, amount }) => `${formatDay(on)}: ${formatDong(amount)}`).join('; ')}
      </p>
      <ul className="checks">
        {report.assessments.map(({ subject, met, note }) => (
          <li key={subject}>
            <span className={`tag ${met ? 'in-time' : 'late'}`}>
              {met ? say('✓ Đạt', '✓ Met') : say('▲ Không đạt', '▲ Not met')}
            </span>{' '}
            <strong>{ASSESSED_WORDS[subject] ?? subject}</strong>: {note}
          </li>
        ))}
      </ul>
      <FiguresView figures={report.figures} />
    </section>
  );
}
