import { DataTable } from '../../shared/data-table';
import { pick, say } from '../../shared/language';
import { Evidence } from './evidence';
import { FACT_WORDS, TASK_WORDS, termText, TIMER_WORDS } from './rulebook-words';
import type { ProcedureView, Sourced } from './rulebook.types';

const source = { words: say('Căn cứ pháp lý', 'Legal basis'), cell: (rule: Sourced) => <Evidence rule={rule} /> };

/** Everything the house goes by in one procedure: papers, limits, who does what, conditions and grounds. */
export function ProcedureRules({ procedure }: { procedure: ProcedureView }) {
  const { documents, timers, actors, receivingConditions, grantConditions, refusalGrounds } = procedure;
  const text = (rule: { textVi: string; textEn: string }): string => pick({ vi: rule.textVi, en: rule.textEn });
  const conditions = (title: string, rules: ProcedureView['grantConditions']) => (
    <Part title={title} count={rules.length}>
      <DataTable
        name={title}
        rows={rules}
        keyOf={({ condition, from }) => `${condition} ${from}`}
        columns={[{ words: say('Điều kiện', 'Condition'), cell: text }, source]}
      />
    </Part>
  );
  const titles = {
    documents: say('Thành phần hồ sơ', 'Papers'),
    timers: say('Thời hạn', 'Limits'),
    actors: say('Ai làm việc gì', 'Who does what'),
    grounds: say('Căn cứ từ chối', 'Grounds of refusal'),
  };
  return (
    <>
      <h2>
        {procedure.id} · {pick({ vi: procedure.nameVi, en: procedure.nameEn })}
      </h2>
      <Part title={titles.documents} count={documents.length}>
        <DataTable
          name={titles.documents}
          rows={documents}
          keyOf={({ kind, from }) => `${kind} ${from}`}
          columns={[
            { words: say('Tài liệu', 'Paper'), cell: (rule) => pick({ vi: rule.nameVi, en: rule.nameEn }) },
            {
              words: say('Khi nào phải có', 'When required'),
              cell: ({ requiredWhen }) =>
                requiredWhen.length === 0
                  ? say('Luôn phải có', 'Always')
                  : requiredWhen
                      .map(({ fact, is }) => `${is ? '' : `${say('không', 'not:')} `}${FACT_WORDS[fact] ?? fact}`)
                      .join(', '),
            },
            source,
          ]}
        />
      </Part>
      <Part title={titles.timers} count={timers.length}>
        <DataTable
          name={titles.timers}
          rows={timers}
          keyOf={({ timer, from }) => `${timer} ${from}`}
          columns={[
            { words: say('Việc', 'What'), cell: ({ timer }) => TIMER_WORDS[timer] ?? timer },
            { words: say('Thời hạn', 'Limit'), cell: (rule) => termText(rule) },
            source,
          ]}
        />
      </Part>
      <Part title={titles.actors} count={actors.length}>
        <DataTable
          name={titles.actors}
          rows={actors}
          keyOf={({ task, from, nameVi }) => `${task} ${from} ${nameVi}`}
          columns={[
            { words: say('Việc', 'Task'), cell: ({ task }) => TASK_WORDS[task] ?? task },
            { words: say('Ai', 'Who'), cell: (rule) => pick({ vi: rule.nameVi, en: rule.nameEn }) },
            source,
          ]}
        />
      </Part>
      {conditions(say('Điều kiện tiếp nhận', 'Conditions of receiving'), receivingConditions)}
      {conditions(say('Điều kiện cấp Giấy chứng nhận', 'Conditions of the certificate'), grantConditions)}
      <Part title={titles.grounds} count={refusalGrounds.length}>
        <DataTable
          name={titles.grounds}
          rows={refusalGrounds}
          keyOf={({ ground, from }) => `${ground} ${from}`}
          columns={[{ words: say('Căn cứ từ chối', 'Ground'), cell: text }, source]}
        />
      </Part>
    </>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
