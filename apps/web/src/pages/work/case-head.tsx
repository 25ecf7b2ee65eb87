import { CaseStepper } from '../../shared/case-stepper';
import { DeadlineTag, DueDateExplanation } from '../../shared/deadline-tag';
import { pick, say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { StateTag } from '../../shared/state-tag';
import { KIND_WORDS, REGIME_WORDS } from '../../words';
import { Onlookers } from './case-bars';
import { LevelTag } from './level-tag';
import type { WorkCase } from './types';

const RUNNING = new Set(['UnderExamination', 'AwaitingCorrection', 'AwaitingDecision']);

const nameOf = ({ application }: WorkCase): string => `${KIND_WORDS[application.kind] ?? ''} ${application.ownName}`;

/** Where the case stands, until when and why, who has it, who else looks. */
export function CaseHead({ dossier }: { dossier: WorkCase }) {
  const people = usePeople();
  const due = dossier.correctionDue ?? dossier.due;
  const running = RUNNING.has(dossier.status);
  return (
    <>
      <h1>
        {say('Hồ sơ', 'Dossier')} <span className="code">{dossier.caseCode}</span> ·{' '}
        <span lang="vi">{nameOf(dossier)}</span>
      </h1>
      <p className="row">
        <StateTag words={pick(dossier.step as { vi: string; en: string })} />
        <DeadlineTag
          limit={{
            dueOn: due.dueOn,
            dueWhat: dossier.correctionDue ? 'correction' : 'decision',
            late: dossier.late,
            closed: !running,
          }}
        />
        {running && <LevelTag level={dossier.level} remindedAt={dossier.remindedAt} />}
        <span>
          {say('Người xử lý', 'Officer')}:{' '}
          {dossier.officerId === undefined
            ? say('chưa phân công', 'nobody yet')
            : people.name(dossier.officerId, 'officer')}
        </span>
        <span className="muted">
          {say('Áp dụng', 'Under')} {REGIME_WORDS[dossier.regime] ?? dossier.regime}
        </span>
      </p>
      <CaseStepper status={dossier.status} taxCode={dossier.taxCode} />
      {running && <DueDateExplanation caseId={dossier.id} due={due} />}
      <Onlookers id={dossier.id} />
    </>
  );
}
