import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { get } from '../api/client';
import type { OrganisationPage } from '../api/types';
import { useNames } from '../shared/area-name';
import { AsOfBar, titleAsOf } from '../shared/as-of-bar';
import { formatDay, formatDong, formatInstant, formatNumber } from '../shared/format';
import { say } from '../shared/language';
import { Loading } from '../shared/loading';
import { ProblemAlert } from '../shared/problem-alert';
import { useMay } from '../shared/session';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';
import { GAP_WORDS, KIND_WORDS, LEGAL_STATUS_WORDS } from '../words';
import { SECTOR_WORDS } from './register-filters';

/** All that the register says of one organisation, now or at any moment, and where its history stands. */
export function OrganisationPageView() {
  const { id } = useParams({ from: '/register/$id' });
  const { asOf } = useSearch({ from: '/register/$id' });
  const navigate = useNavigate({ from: '/register/$id' });
  const may = useMay();
  const page = useQuery({
    queryKey: ['organisation', id, asOf],
    queryFn: () =>
      get<OrganisationPage>(
        `/api/organisations/${id}${asOf === undefined ? '' : `?${new URLSearchParams({ asOf }).toString()}`}`,
      ),
    placeholderData: keepPreviousData,
  });
  usePageTitle(titleAsOf(page.data?.name ?? say('Tổ chức', 'Organisation'), page.data?.asOf));
  const look = (next: string | undefined): void => void navigate({ search: { asOf: next } });
  if (page.error)
    return (
      <>
        <ProblemAlert page error={page.error} onRetry={() => void page.refetch()} />
        {asOf !== undefined && <AsOfBar asOf={asOf} moment={undefined} onChange={look} />}
      </>
    );
  if (!page.data) return <Loading />;
  const it = page.data;
  return (
    <>
      <h1>{it.name}</h1>
      <AsOfBar asOf={asOf} moment={it.asOf} onChange={look} />
      <p className="row">
        <StateTag words={LEGAL_STATUS_WORDS[it.legalStatus] ?? it.legalStatus} />
        {may('audit.read') && (
          <Link className="button" to="/audit/organisations/$id" params={{ id }} search={{ asOf }}>
            {say('Diễn biến', 'Timeline')}
          </Link>
        )}
        {it.dossierId !== undefined && may('dossiers.list') && (
          <Link to="/cases/$id" params={{ id: it.dossierId }} search={{ asOf }}>
            {say('Hồ sơ đăng ký thành lập', 'Founding dossier')}
          </Link>
        )}
      </p>
      <div className="two">
        <Content organisation={it} />
        <div>
          <Certificates organisation={it} />
          <Statuses organisation={it} />
        </div>
      </div>
    </>
  );
}

function Content({ organisation: it }: { organisation: OrganisationPage }) {
  const names = useNames();
  const unknown = say('sổ cũ không ghi', 'not in the old register');
  return (
    <section className="panel" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{say('Nội dung đăng ký', 'Registered content')}</h2>
      <dl className="facts">
        <dt>{say('Loại hình', 'Kind')}</dt>
        <dd>{KIND_WORDS[it.kind]}</dd>
        <dt>{say('Mã số', 'Code')}</dt>
        <dd className="code">{it.code ?? unknown}</dd>
        <dt>{say('Trụ sở chính', 'Head office')}</dt>
        <dd>
          {it.addressLine}
          {it.addressLine ? ', ' : ''}
          {names.area(it.areaCode)}
        </dd>
        <dt>{say('Cơ quan đăng ký', 'Registration office')}</dt>
        <dd>{names.office(it.officeId)}</dd>
        <dt>{say('Ngành, nghề kinh doanh', 'Business lines')}</dt>
        <dd>
          {it.businessLines.length === 0
            ? unknown
            : it.businessLines
                .map(({ code, detail, main }) =>
                  [code, detail, main ? say('(chính)', '(main)') : undefined].filter(Boolean).join(' '),
                )
                .join('; ')}
        </dd>
        {it.sector !== undefined && (
          <>
            <dt>{say('Lĩnh vực (sổ cũ)', 'Sector (old register)')}</dt>
            <dd>{SECTOR_WORDS[it.sector] ?? it.sector}</dd>
          </>
        )}
        <dt>{say('Vốn điều lệ', 'Charter capital')}</dt>
        <dd>{it.charterCapital === undefined ? '–' : formatDong(it.charterCapital)}</dd>
        <dt>{say('Thành viên chính thức', 'Official members')}</dt>
        <dd>{it.officialMembers === undefined ? '–' : formatNumber(it.officialMembers)}</dd>
        <dt>{say('Thành viên liên kết góp vốn', 'Contributing affiliates')}</dt>
        <dd>{formatNumber(it.capitalContributingAffiliates)}</dd>
        <dt>{say('Người đại diện theo pháp luật', 'Legal representative')}</dt>
        <dd>{it.representativeName ?? '–'}</dd>
        <dt>{say('Ngày đăng ký', 'Registered on')}</dt>
        <dd>{it.registeredOn ? formatDay(it.registeredOn) : '–'}</dd>
        {it.publication && (
          <>
            <dt>{say('Công bố nội dung đăng ký', 'Publication')}</dt>
            <dd>{publicationWords(it.publication)}</dd>
          </>
        )}
      </dl>
      {it.provenance && (
        <p className="muted">
          {say('Nhập từ sổ cũ', 'Imported from an old register')}: {it.provenance.file}, {say('dòng', 'row')}{' '}
          {it.provenance.row}
          {it.gaps.length > 0 &&
            `. ${say('Sổ không nói', 'The register does not say')}: ${it.gaps.map((gap) => GAP_WORDS[gap] ?? gap).join(', ')}`}
        </p>
      )}
    </section>
  );
}

/** When what was registered was published; late, or still owed, it says so. */
function publicationWords({ dueOn, from, to, late }: NonNullable<OrganisationPage['publication']>): string {
  const limit = say(`hạn ${formatDay(dueOn)}`, `limit ${formatDay(dueOn)}`);
  const lateness = late ? say('▲ Quá hạn', '▲ Late') : undefined;
  const state =
    from === undefined || to === undefined
      ? say('Chưa công bố', 'Not published yet')
      : say(`từ ${formatDay(from)} đến hết ${formatDay(to)}`, `from ${formatDay(from)} to the end of ${formatDay(to)}`);
  return [state, limit, lateness].filter(Boolean).join(' · ');
}

function Certificates({ organisation: { certificates } }: { organisation: OrganisationPage }) {
  return (
    <section className="panel" aria-labelledby="certificates-heading">
      <h2 id="certificates-heading">{say('Giấy chứng nhận', 'Certificates')}</h2>
      {certificates.length === 0 && <p>{say('Chưa có trong hệ thống này.', 'None in this system.')}</p>}
      <ul>
        {certificates.map(({ number, token, issuedOn, stands }) => (
          <li key={token}>
            <a className="code" href={`/xac-thuc/${token}`}>
              {number}
            </a>{' '}
            {say('cấp ngày', 'issued on')} {formatDay(issuedOn)} ·{' '}
            {stands === 'inForce' ? say('✓ Còn hiệu lực', '✓ In force') : say('■ Đã được thay thế', '■ Replaced')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Statuses({ organisation: { statuses } }: { organisation: OrganisationPage }) {
  return (
    <section className="panel" aria-labelledby="statuses-heading">
      <h2 id="statuses-heading">{say('Tình trạng pháp lý qua các thời kỳ', 'Legal statuses over time')}</h2>
      <ol>
        {statuses.map(({ legalStatus, position, since }) => (
          <li key={position}>
            {LEGAL_STATUS_WORDS[legalStatus] ?? legalStatus}
            {since !== undefined && (
              <span className="muted">
                {' '}
                · {say('ghi nhận', 'recorded')} {formatInstant(since)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
