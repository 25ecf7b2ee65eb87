import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { APPLICATION_STATUS_WORDS } from '../../fund-words';
import { formatDay, formatDong, formatNumber } from '../../shared/format';
import { LawRef } from '../../shared/law-ref';
import { pick, say } from '../../shared/language';
import { useLive } from '../../shared/live';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import { StateTag } from '../../shared/state-tag';
import { usePageTitle } from '../../shared/use-page-title';
import { EVIDENCE_WORDS } from '../../words';
import { formatRate } from '../rate';
import type { ApplicationList, Fund } from './types';

/** What the fund offers, and what is mine there. */
export function LoansPageView() {
  usePageTitle(say('Vay vốn Quỹ', 'Borrow from the fund'));
  const may = useMay();
  const funds = useQuery({
    queryKey: ['support-funds'],
    queryFn: () => get<{ items: readonly Fund[] }>('/api/support-fund/funds'),
  });
  const mine = useQuery({
    queryKey: ['loan-applications', 'mine'],
    queryFn: () => get<ApplicationList>('/api/support-fund/applications/mine'),
    enabled: may('supportFund.readOwn'),
  });
  useLive({ 'support-fund.applications': ['loan-applications'] });
  const offering = funds.data?.items.filter(({ policy }) => policy !== undefined) ?? [];
  return (
    <>
      <h1>{say('Vay vốn Quỹ hỗ trợ phát triển hợp tác xã', 'Cooperative Development Support Fund')}</h1>
      {funds.error && <ProblemAlert error={funds.error} onRetry={() => void funds.refetch()} />}
      {!funds.error && mine.error && <ProblemAlert error={mine.error} onRetry={() => void mine.refetch()} />}
      {funds.data && offering.length === 0 && (
        <p>{say('Chưa có Quỹ nào nhận hồ sơ vay.', 'No fund takes applications yet.')}</p>
      )}
      <p className="row">
        {offering.length > 0 && (
          <Link className="button main" to="/vay-von/khai/$section" params={{ section: 'nguoi-vay' }}>
            {say('Nộp hồ sơ vay', 'Apply for a loan')}
          </Link>
        )}
        <Link className="button" to="/tinh-khoan-vay">
          {say('Tính lịch trả nợ', 'Repayment calculator')}
        </Link>
        <a href="/quy-ho-tro">{say('Điều kiện theo luật', 'Conditions of the law')}</a>
      </p>
      {(mine.data?.items.length ?? 0) > 0 && <h2>{say('Hồ sơ vay của tôi', 'My applications')}</h2>}
      {mine.data?.items.map((row) => (
        <section className="panel" key={row.id}>
          <h3>
            <Link to="/vay-von/$id" params={{ id: row.id }}>
              <span className="code">{row.code}</span> · {row.project}
            </Link>
          </h3>
          <p className="row">
            <StateTag words={APPLICATION_STATUS_WORDS[row.status] ?? row.status} />
            <span>
              {row.borrowerName} · {formatDong(row.amount)}
            </span>
            {row.dueOn && (
              <span className="muted">
                {say(`Hạn ${formatDay(row.dueOn)}`, `Due ${formatDay(row.dueOn)}`)}
                {row.late && say(' · quá hạn', ' · late')}
              </span>
            )}
          </p>
        </section>
      ))}
      {offering.map((fund) => (
        <Offer key={fund.id} fund={fund} />
      ))}
    </>
  );
}

/** The fund's own lending rules of the day, each with its article and how sure the house is of it. */
function Offer({ fund: { name, capital, policy } }: { fund: Fund }) {
  if (policy === undefined) return null;
  const { annualRate, ownCapitalMinimumShare, maximumTermMonths, overdueRateFactor, documents } = policy.policy;
  const source = (parameter: string) => {
    const found = policy.parameters.find((one) => one.parameter === parameter);
    return (
      found && (
        <span className="muted">
          {' '}
          (<LawRef article={found.article} /> {EVIDENCE_WORDS[found.evidence]})
        </span>
      )
    );
  };
  const facts = [
    ['annualRate', say('Lãi suất', 'Rate'), `${formatRate(annualRate.from)} – ${formatRate(annualRate.to)}`],
    [
      'maximumTermMonths',
      say('Thời hạn tối đa', 'Longest term'),
      say(`${formatNumber(maximumTermMonths)} tháng`, `${formatNumber(maximumTermMonths)} months`),
    ],
    ['ownCapitalMinimumShare', say('Vốn tự có ít nhất', 'Least own capital'), formatRate(ownCapitalMinimumShare)],
    [
      'overdueRateFactor',
      say('Lãi suất quá hạn', 'Overdue rate'),
      say(`${formatRate(overdueRateFactor)} lãi suất trong hạn`, `${formatRate(overdueRateFactor)} of the rate`),
    ],
  ] as const;
  return (
    <section className="panel" aria-label={name}>
      <h2>{name}</h2>
      <dl className="facts">
        {facts.map(([parameter, words, value]) => (
          <div key={parameter}>
            <dt>{words}</dt>
            <dd>
              {value}
              {source(parameter)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('Vốn điều lệ thực có', 'Actual charter capital')}</dt>
          <dd>{formatDong(capital.actualCharterCapital)}</dd>
        </div>
        {documents.length > 0 && (
          <div>
            <dt>{say('Giấy tờ', 'Papers')}</dt>
            <dd>{documents.map(({ nameVi, nameEn }) => pick({ vi: nameVi, en: nameEn })).join('; ')}</dd>
          </div>
        )}
      </dl>
      <p className="muted">
        {say(`Quy chế cho vay áp dụng từ ${formatDay(policy.from)}`, `Lending rules since ${formatDay(policy.from)}`)}
      </p>
    </section>
  );
}
