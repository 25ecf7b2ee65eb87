import { DataTable } from '../../shared/data-table';
import { formatDay } from '../../shared/format';
import { pick, say } from '../../shared/language';
import { EVIDENCE_WORDS } from '../../words';
import { Evidence } from './evidence';
import type { RulebookView } from './rulebook.types';

const period = ({ from, to }: { from: string; to?: string }): string =>
  `${formatDay(from)} – ${to === undefined ? say('nay', 'now') : formatDay(to)}`;

/** Stretches of time with one set of rules, what becomes of pending dossiers between them, and the texts themselves. */
export function Regimes({ rulebook: { regimes, regime, transitions, laws } }: { rulebook: RulebookView }) {
  const titles = {
    regimes: say('Giai đoạn pháp luật', 'Regimes'),
    transitions: say('Điều khoản chuyển tiếp', 'Transition rules'),
    laws: say('Văn bản', 'Legal texts'),
  };
  const named = (one: { nameVi: string; nameEn: string }): string => pick({ vi: one.nameVi, en: one.nameEn });
  const mark = {
    words: say('Mức kiểm chứng', 'Evidence'),
    cell: ({ evidence }: { evidence: string }) => EVIDENCE_WORDS[evidence] ?? evidence,
  };
  return (
    <>
      <h2>{titles.regimes}</h2>
      <DataTable
        name={titles.regimes}
        rows={regimes}
        keyOf={({ id }) => id}
        columns={[
          {
            words: say('Giai đoạn', 'Regime'),
            cell: (one) => (
              <>
                {one.id === regime.id && '● '}
                {one.id} · {named(one)}
              </>
            ),
          },
          { words: say('Thời gian', 'Period'), cell: period },
          { words: say('Văn bản', 'Texts'), cell: (one) => one.laws.join(', ') },
          mark,
        ]}
      />
      <h2>{titles.transitions}</h2>
      <DataTable
        name={titles.transitions}
        rows={transitions}
        keyOf={({ from, to }) => `${from} ${to}`}
        columns={[
          { words: say('Từ – sang', 'From – to'), cell: ({ from, to }) => `${from} → ${to}` },
          { words: say('Áp dụng từ', 'Applies from'), cell: ({ appliesFrom }) => formatDay(appliesFrom) },
          {
            words: say('Hồ sơ đang giải quyết', 'Pending dossiers'),
            cell: ({ pending, except }) =>
              `${pending === 'stays' ? say('theo quy định cũ', 'stay under the old rules') : say('theo quy định mới', 'move to the new rules')}${except.length === 0 ? '' : `, ${say('trừ', 'except')} ${except.join(', ')}`}`,
          },
          {
            words: say('Căn cứ pháp lý', 'Legal basis'),
            cell: ({ article, evidence, note }) => (
              <Evidence rule={{ article, evidence, ...(note === undefined ? {} : { note }) }} />
            ),
          },
        ]}
      />
      <h2>{titles.laws}</h2>
      <DataTable
        name={titles.laws}
        rows={laws}
        keyOf={({ id }) => id}
        columns={[
          { words: say('Mã', 'Id'), cell: ({ id }) => <span className="code">{id}</span> },
          { words: say('Văn bản', 'Text'), cell: named },
          { words: say('Hiệu lực', 'In force'), cell: period },
          mark,
        ]}
      />
    </>
  );
}
