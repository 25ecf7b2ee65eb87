import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { get } from '../api/client';
import type { OrganisationPage } from '../api/types';
import { useNames } from '../shared/area-name';
import { EventTimeline } from '../shared/event-timeline';
import { formatDay, formatDong, formatNumber } from '../shared/format';
import { ProblemAlert } from '../shared/problem-alert';
import { useMay } from '../shared/session';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';
import { GAP_WORDS, KIND_WORDS, LEGAL_STATUS_WORDS } from '../words';

/** All that the register says of one organisation, and how it came to say it. */
export function OrganisationPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const page = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => get<OrganisationPage>(`/api/organisations/${id}`),
  });
  const names = useNames();
  const may = useMay();
  usePageTitle(page.data?.name ?? 'Tổ chức');
  if (page.error) return <ProblemAlert page error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <p>Đang tải…</p>;
  const it = page.data;
  return (
    <>
      <h1>{it.name}</h1>
      <p>
        <StateTag words={LEGAL_STATUS_WORDS[it.legalStatus] ?? it.legalStatus} />
      </p>
      <div className="two">
        <section className="panel" aria-labelledby="facts-heading">
          <h2 id="facts-heading">Nội dung đăng ký</h2>
          <dl className="facts">
            <dt>Loại hình</dt>
            <dd>{KIND_WORDS[it.kind]}</dd>
            <dt>Mã số</dt>
            <dd className="code">{it.code ?? 'sổ cũ không ghi'}</dd>
            <dt>Trụ sở chính</dt>
            <dd>
              {it.addressLine}
              {it.addressLine ? ', ' : ''}
              {names.area(it.areaCode)}
            </dd>
            <dt>Vốn điều lệ</dt>
            <dd>{it.charterCapital === undefined ? '–' : formatDong(it.charterCapital)}</dd>
            <dt>Thành viên chính thức</dt>
            <dd>{it.officialMembers === undefined ? '–' : formatNumber(it.officialMembers)}</dd>
            <dt>Người đại diện theo pháp luật</dt>
            <dd>{it.representativeName ?? '–'}</dd>
            <dt>Giấy chứng nhận số</dt>
            <dd className="code">{it.certificateNumber ?? '–'}</dd>
            <dt>Ngày đăng ký</dt>
            <dd>{it.registeredOn ? formatDay(it.registeredOn) : '–'}</dd>
          </dl>
          {it.provenance && (
            <p className="muted">
              Nhập từ sổ cũ: {it.provenance.file}, dòng {it.provenance.row}
              {it.gaps.length > 0 ? `. Sổ không nói: ${it.gaps.map((gap) => GAP_WORDS[gap] ?? gap).join(', ')}` : ''}
            </p>
          )}
        </section>
        {may('audit.read') && (
          <section className="panel" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">Diễn biến</h2>
            <EventTimeline path={`/api/organisations/${id}/events`} revision={it.revision} />
          </section>
        )}
      </div>
    </>
  );
}
