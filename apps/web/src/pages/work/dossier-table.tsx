import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNames } from '../../shared/area-name';
import { DeadlineTag } from '../../shared/deadline-tag';
import { formatDay, formatInstant } from '../../shared/format';
import { pick, say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { useMay, useSession } from '../../shared/session';
import { StateTag } from '../../shared/state-tag';
import { LevelTag } from './level-tag';
import type { WorkLine } from './types';
import { WAITING_WORDS } from './waiting-words';

interface DossierTableProps {
  readonly name: string;
  readonly rows: readonly { readonly row: WorkLine; readonly gone: boolean }[];
  /** Old rows stay while new ones are fetched. */
  readonly waiting?: boolean;
  readonly onTake?: ((row: WorkLine) => void) | undefined;
  /** The moment that the rows show: a case is opened as it stood then. */
  readonly asOf?: string | undefined;
  readonly taking?: string | undefined;
  /** Further buttons of a row. */
  readonly more?: ((row: WorkLine) => ReactNode) | undefined;
  /** The office, for those who see several. */
  readonly offices?: boolean;
}

/** Dossiers as dense lines at a desk, as cards on a phone: when it is due, what it is, whose turn it is, who has it. */
export function DossierTable({ name, rows, waiting, onTake, asOf, taking, more, offices }: DossierTableProps) {
  const names = useNames();
  const people = usePeople();
  const may = useMay();
  const me = useSession().data?.personId;
  const acting = onTake !== undefined && may('dossiers.claim');
  return (
    <div className="table-wrap">
      <table className={`cards dense${waiting ? ' waiting' : ''}`} aria-label={name} aria-busy={waiting}>
        <thead>
          <tr>
            <th scope="col">{say('Hạn', 'Due')}</th>
            <th scope="col">{say('Mã hồ sơ', 'Case code')}</th>
            <th scope="col">{say('Tên tổ chức', 'Organisation')}</th>
            <th scope="col">{say('Bước hiện tại', 'Present step')}</th>
            <th scope="col">{say('Người xử lý', 'Officer')}</th>
            <th scope="col">{say('Nhận lúc', 'Received')}</th>
            {offices && <th scope="col">{say('Cơ quan', 'Office')}</th>}
            {(acting || more) && (
              <th scope="col">
                <span className="hidden">{say('Việc', 'Actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, gone }) => (
            <tr key={row.id} className={gone ? 'gone' : undefined} data-row>
              <td data-label={say('Hạn', 'Due')}>
                <DeadlineTag limit={row} />
                {!row.closed && <LevelTag level={row.level} remindedAt={row.remindedAt} />}
                {row.withdrawalDueOn && !row.closed && (
                  <span className="tag due-soon">
                    {say('Đề nghị dừng, trả lời trước hết ngày', 'Withdrawal, to be answered by')}{' '}
                    {formatDay(row.withdrawalDueOn)}
                  </span>
                )}
              </td>
              <td data-label={say('Mã hồ sơ', 'Case code')}>
                <Link
                  to="/cases/$id"
                  params={{ id: row.id }}
                  search={asOf === undefined ? {} : { asOf }}
                  className="code"
                >
                  {row.caseCode}
                </Link>
              </td>
              <td data-label={say('Tên tổ chức', 'Organisation')} lang="vi">
                {row.name}
              </td>
              <td data-label={say('Bước hiện tại', 'Present step')}>
                <StateTag words={pick(row.step)} />
                {row.waitingFor && (
                  <span className="muted">
                    {' '}
                    {say('chờ', 'waits for')} {WAITING_WORDS[row.waitingFor]}
                  </span>
                )}
                {gone && <span className="muted"> · {say('không còn trong danh sách', 'no longer in this list')}</span>}
              </td>
              <td data-label={say('Người xử lý', 'Officer')}>
                {row.officerId === undefined ? (
                  <span className="muted">{say('chưa phân công', 'nobody yet')}</span>
                ) : row.officerId === me ? (
                  say('Tôi', 'I')
                ) : (
                  people.name(row.officerId, 'officer')
                )}
              </td>
              <td data-label={say('Nhận lúc', 'Received')}>{formatInstant(row.receivedAt)}</td>
              {offices && <td data-label={say('Cơ quan', 'Office')}>{names.office(row.decidingOfficeId)}</td>}
              {(acting || more) && (
                <td className="acts">
                  {acting && row.officerId === undefined && !row.closed && !gone && (
                    <button
                      type="button"
                      data-take
                      disabled={taking !== undefined}
                      aria-label={`${say('Nhận xử lý', 'Take')} ${row.caseCode}`}
                      onClick={() => onTake(row)}
                    >
                      {taking === row.id ? say('Đang nhận…', 'Taking…') : say('Nhận xử lý', 'Take')}
                    </button>
                  )}
                  {more?.(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
