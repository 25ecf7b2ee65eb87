import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post, Problem } from '../api/client';
import { formatInstant, formatNumber } from '../shared/format';
import { inLanguage, say } from '../shared/language';
import { Loading } from '../shared/loading';
import { ProblemAlert } from '../shared/problem-alert';
import { usePageTitle } from '../shared/use-page-title';

type Status = 'owed' | 'sent' | 'failed';

interface Notice {
  readonly id: string;
  readonly caseId: string;
  readonly notice: string;
  readonly occurrence: number;
  readonly status: Status;
  readonly reason?: string;
  readonly resends: number;
  readonly changedAt: string;
  readonly revision: number;
}
interface NoticeList {
  readonly items: readonly Notice[];
  readonly counts: Readonly<Record<Status, number>>;
  readonly next?: string;
}

const STATUSES = inLanguage<Status>({
  failed: ['Không gửi được', 'Not sent'],
  owed: ['Đang gửi', 'Being sent'],
  sent: ['Đã gửi', 'Sent'],
});
const MARKS: Readonly<Record<Status, string>> = { failed: '▲', owed: '◐', sent: '✓' };
const TAGS: Readonly<Record<Status, string>> = { failed: 'late', owed: 'due-soon', sent: 'in-time' };
const NOTICES: Readonly<Record<string, string>> = inLanguage({
  received: ['Đã tiếp nhận hồ sơ', 'Dossier received'],
  correctionRequested: ['Yêu cầu sửa đổi, bổ sung', 'Correction requested'],
  reminder: ['Nhắc hạn nộp bổ sung', 'Reminder of the correction'],
  late: ['Xin lỗi vì chậm trả kết quả', 'Apology for a late answer'],
  certificateIssued: ['Đã cấp Giấy chứng nhận', 'Certificate issued'],
  refused: ['Từ chối cấp đăng ký', 'Registration refused'],
  lapsed: ['Hồ sơ bị hủy do quá hạn bổ sung', 'Dossier lapsed'],
  withdrawn: ['Đã dừng thủ tục', 'Procedure stopped'],
});
const REASONS: Readonly<Record<string, string>> = inLanguage({
  noAddress: ['Hồ sơ không khai thư điện tử', 'The dossier declares no address'],
  rejected: ['Máy chủ thư từ chối địa chỉ', 'The mail server refuses the address'],
  noAnswer: ['Máy chủ thư không nhận trong một ngày', 'The mail server took nothing for a day'],
});
const ORDER: readonly Status[] = ['failed', 'owed', 'sent'];

const pathOf = (status: Status | undefined, cursor: string | undefined): string => {
  const query = new URLSearchParams();
  if (status !== undefined) query.set('status', status);
  if (cursor !== undefined) query.set('cursor', cursor);
  return `/api/notices?${query.toString()}`;
};

/** Did it go out: every notice to applicants, what failed first, and sending again. */
export function MailPageView() {
  const title = say('Thư đã gửi', 'Mail');
  usePageTitle(title);
  const { status, cursor } = useSearch({ from: '/admin/mail' });
  const notices = useQuery({
    queryKey: ['notices', status, cursor],
    queryFn: () => get<NoticeList>(pathOf(status, cursor)),
    refetchInterval: 5_000,
  });
  return (
    <>
      <h1>{title}</h1>
      <nav className="row" aria-label={say('Lọc theo kết quả', 'Filter by outcome')}>
        <Link className="button" to="/admin/mail" search={{}} aria-current={status === undefined ? 'page' : undefined}>
          {say('Tất cả', 'All')}
        </Link>
        {ORDER.map((one) => (
          <Link
            className="button"
            key={one}
            to="/admin/mail"
            search={{ status: one }}
            aria-current={status === one ? 'page' : undefined}
          >
            {STATUSES[one]} {formatNumber(notices.data?.counts[one] ?? 0)}
          </Link>
        ))}
      </nav>
      {notices.error && <ProblemAlert page error={notices.error} onRetry={() => void notices.refetch()} />}
      {!notices.data && !notices.error && <Loading />}
      {notices.data?.items.length === 0 && <p>{say('Không có thư nào ở đây.', 'There is no mail here.')}</p>}
      {notices.data !== undefined && notices.data.items.length > 0 && (
        <NoticeTable items={notices.data.items} onResent={() => void notices.refetch()} />
      )}
      {notices.data?.next !== undefined && (
        <p>
          <Link className="button" to="/admin/mail" search={{ status, cursor: notices.data.next }}>
            {say('Xem tiếp', 'More')}
          </Link>
        </p>
      )}
    </>
  );
}

function NoticeTable({ items, onResent }: { readonly items: readonly Notice[]; readonly onResent: () => void }) {
  const heads = [
    say('Kết quả', 'Outcome'),
    say('Thông báo', 'Notice'),
    say('Hồ sơ', 'Dossier'),
    say('Lúc', 'At'),
    say('Lý do', 'Reason'),
    say('Việc cần làm', 'To do'),
  ] as const;
  return (
    <div className="table-wrap">
      <table className="cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((notice) => (
            <tr key={notice.id}>
              <td data-label={heads[0]}>
                <span className={`tag ${TAGS[notice.status]}`}>
                  <span aria-hidden="true">{MARKS[notice.status]} </span>
                  {STATUSES[notice.status]}
                </span>
              </td>
              <td data-label={heads[1]}>
                {NOTICES[notice.notice] ?? notice.notice}
                {notice.occurrence > 1 && ` (${String(notice.occurrence)})`}
              </td>
              <td data-label={heads[2]} className="code hash">
                {notice.caseId}
              </td>
              <td data-label={heads[3]}>{formatInstant(notice.changedAt)}</td>
              <td data-label={heads[4]}>
                {notice.reason === undefined ? '–' : (REASONS[notice.reason] ?? notice.reason)}
                {notice.resends > 0 && ` · ${say('đã gửi lại', 'sent again')} ${formatNumber(notice.resends)}×`}
              </td>
              <td data-label={heads[5]}>
                {notice.status === 'owed' ? '–' : <Resend notice={notice} onResent={onResent} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One press, one mail: the key stays until the press was answered. */
function Resend({ notice, onResent }: { readonly notice: Notice; readonly onResent: () => void }) {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const resend = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await post(`/api/notices/${notice.id}/resends`, {}, { key, revision: notice.revision });
      setKey(crypto.randomUUID());
      onResent();
    } catch (caught) {
      setError(caught);
      // A refused press was answered: the next one is a new order. An unanswered one keeps its key.
      if (caught instanceof Problem) setKey(crypto.randomUUID());
    } finally {
      setBusy(false);
    }
  };
  const what = NOTICES[notice.notice] ?? notice.notice;
  return (
    <>
      <button disabled={busy} onClick={() => void resend()} aria-label={`${say('Gửi lại', 'Send again')}: ${what}`}>
        {say('Gửi lại', 'Send again')}
      </button>
      {error !== undefined && <ProblemAlert error={error as Error} onRetry={() => void resend()} />}
    </>
  );
}
