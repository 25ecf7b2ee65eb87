import '../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import type { SystemState } from '../../api/types';
import { DataTable } from '../../shared/data-table';
import { formatInstant } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { usePeople } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { ReadModelTable } from './read-models';
import { RehearsalClock } from './rehearsal-clock';

const ASK_MS = 5_000;

/** Each part, how far behind it is, and what does not move. */
export function SystemPageView() {
  const title = say('Tình trạng hệ thống', 'State of the system');
  usePageTitle(title);
  const may = useMay();
  const state = useQuery({
    queryKey: ['system'],
    queryFn: () => get<SystemState>('/api/system'),
    refetchInterval: ASK_MS,
  });
  if (state.error && !state.data) return <ProblemAlert page error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return <Loading lines={10} />;
  const { parts, projections, parked } = state.data;
  return (
    <>
      <h1>{title}</h1>
      {may('cases.manage') && (
        <p>
          <Link to="/work/stuck">{say('Hồ sơ bị kẹt và cách thử lại', 'Stuck cases, and trying them again')}</Link>
        </p>
      )}
      <h2>{say('Các phần', 'Parts')}</h2>
      <ul className="plain">
        {Object.entries(parts).map(([part, line]) => (
          <li key={part} className="wrap">
            <strong>{part}</strong>: {line}
          </li>
        ))}
      </ul>
      <ReadModelTable projections={projections} />
      <Parked parked={parked} />
      {may('clock.advance') && <RehearsalClock />}
      <Backups />
    </>
  );
}

function Parked({ parked }: { parked: SystemState['parked'] }) {
  const people = usePeople();
  const title = say('Sự kiện đã gác lại', 'Events set aside');
  return (
    <section aria-labelledby="parked">
      <h2 id="parked">{title}</h2>
      {parked.length === 0 && <p className="empty">{say('Không có sự kiện nào.', 'There are none.')}</p>}
      {parked.length > 0 && (
        <DataTable
          name={title}
          rows={parked}
          keyOf={({ name, eventId }) => `${name} ${eventId}`}
          columns={[
            { words: say('Mô hình đọc', 'Read model'), cell: ({ name }) => name },
            {
              words: say('Sự kiện', 'Event'),
              cell: ({ eventType, stream, position }) => (
                <span className="wrap">
                  {eventType} · {stream} · {position}
                </span>
              ),
            },
            { words: say('Lỗi', 'Failure'), cell: ({ failure }) => <span className="wrap">{failure}</span> },
            { words: say('Lý do gác', 'Why set aside'), cell: ({ reason }) => reason },
            {
              words: say('Người gác, lúc', 'By whom, when'),
              cell: ({ parkedBy, parkedAt }) => `${people.known(parkedBy) ?? parkedBy}, ${formatInstant(parkedAt)}`,
            },
          ]}
        />
      )}
    </section>
  );
}

/** A copy needs a folder of the machine and a place apart for the master key: that is the operator's, at the machine. */
function Backups() {
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{say('Sao lưu', 'Backups')}</h2>
      <p>
        {say(
          'Sao lưu và khôi phục làm tại máy chủ, vì khóa chủ phải cất riêng khỏi bản sao:',
          'Copies are made and restored at the machine, because the master key must be kept apart from the copy:',
        )}
      </p>
      <pre tabIndex={0} aria-label={say('Lệnh sao lưu', 'Command of the backup')}>
        npm run hoptac -- backup /{say('nơi-cất', 'place')}/2026-11-22{'\n'}npm run hoptac -- restore /
        {say('nơi-cất', 'place')}/2026-11-22 --master-key /{say('nơi-khác', 'elsewhere')}/master.key
      </pre>
    </section>
  );
}
