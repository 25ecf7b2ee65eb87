import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Problem, post } from '../api/client';
import type { StepAnswer } from '../api/client';
import type { CaseView } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { STEPS } from './case-steps';
import type { Step } from './case-steps';
import { CertificatePreview } from './certificate-preview';
import { DefectsFields, defectsOf, emptyDefect } from './defects-fields';
import type { DefectForm } from './defects-fields';

type Done = (words: string, answer: StepAnswer) => Promise<void>;

/** What the person who looks may do now: exactly what the server allows. */
export function CaseActions({ dossier, onDone }: { dossier: CaseView; onDone: Done }) {
  const [open, setOpen] = useState<string>();
  const actions = dossier.allowedActions.filter(
    (action) => action in STEPS && (action !== 'recordCheck' || dossier.openChecks.length > 0),
  );
  if (actions.length === 0) return null;
  // One button leads; the other ways stand beside it.
  const leading = actions.find((action) => STEPS[action]?.tone === 'main');
  const opened = open !== undefined && actions.includes(open) ? open : undefined;
  return (
    <section className="panel" aria-labelledby="actions-heading">
      <h2 id="actions-heading">Việc có thể làm bây giờ</h2>
      <div className={opened ? '' : 'row'}>
        {(opened ? [opened] : actions).map((action) => (
          <Action
            key={action}
            dossier={dossier}
            step={STEPS[action] as Step}
            open={opened !== undefined}
            onOpen={setOpen}
            name={action}
            leads={action === leading}
            onDone={onDone}
          />
        ))}
      </div>
    </section>
  );
}

interface ActionProps {
  readonly dossier: CaseView;
  readonly step: Step;
  readonly name: string;
  readonly leads: boolean;
  readonly open: boolean;
  readonly onOpen: (name: string | undefined) => void;
  readonly onDone: Done;
}

function Action({ dossier, step, name, leads, open, onOpen, onDone }: ActionProps) {
  const [reason, setReason] = useState('');
  const [defects, setDefects] = useState<readonly DefectForm[]>(() => [emptyDefect()]);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const run = useMutation({
    mutationFn: () =>
      post(
        `/api/dossiers/${dossier.id}/${step.path}`,
        step.asks === 'defects' ? { defects: defectsOf(defects) } : step.body(reason, dossier),
        { key, revision: dossier.revision },
      ),
    onSuccess: async (answer) => {
      setKey(crypto.randomUUID());
      await onDone(step.words, answer);
      onOpen(undefined);
    },
    // A refused press was answered: the next one is a new command. An unanswered one keeps its key.
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  const asksFirst = step.asks !== undefined && !open;
  const press = (event: FormEvent): void => {
    event.preventDefault();
    if (asksFirst) onOpen(name);
    else run.mutate();
  };
  return (
    <form onSubmit={press}>
      {open && step.asks === 'reason' && (
        <div className="field">
          <label htmlFor="reason">{step.reasonWords}</label>
          <textarea
            id="reason"
            rows={4}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            autoFocus
          />
        </div>
      )}
      {open && step.asks === 'defects' && <DefectsFields defects={defects} onChange={setDefects} />}
      {open && step.asks === 'certificate' && <CertificatePreview dossier={dossier} />}
      {run.error && <ProblemAlert error={run.error} />}
      <div className="row">
        <button type="submit" className={step.tone === 'main' && !leads ? 'plain' : step.tone} disabled={run.isPending}>
          {run.isPending ? 'Đang gửi…' : asksFirst ? (step.opens ?? step.words) : step.words}
        </button>
        {open && (
          <button type="button" onClick={() => onOpen(undefined)} disabled={run.isPending}>
            Quay lại
          </button>
        )}
      </div>
    </form>
  );
}
