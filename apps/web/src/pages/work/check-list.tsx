import { useState, type FormEvent } from 'react';
import { formatDong, formatInstant, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { usePeople } from '../../shared/people';
import { CHECK_WORDS, DOCUMENT_WORDS, EVIDENCE_WORDS, INPUT_WORDS } from '../../words';
import type { WorkCase } from './types';

type Check = WorkCase['checks'][number];
const PAPER = 'document:';
const OUTCOME = {
  passed: say('✓ Máy: đạt', '✓ Machine: passed'),
  failed: say('✗ Máy: không đạt', '✗ Machine: failed'),
  undecided: say('? Máy không kết luận được', '? The machine cannot tell'),
} as const;

/** Figures that a finding rests on, in words. */
function figures(inputs: Check['inputs']): string {
  return Object.entries(inputs)
    .flatMap(([name, value]) => {
      const words = INPUT_WORDS[name];
      if (words === undefined || value === '') return [];
      if (typeof value !== 'number') return [`${words}: ${String(value)}`];
      if (name.endsWith('BasisPoints')) return [`${words}: ${formatNumber(value / 100)}\u00a0%`];
      const money = ['amount', 'charterCapital', 'contributed'].includes(name);
      return [`${words}: ${money ? formatDong(value) : formatNumber(value)}`];
    })
    .join(' · ');
}

interface CheckListProps {
  readonly dossier: WorkCase;
  readonly busy: boolean;
  /** Kind of the paper that lies open beside the list. */
  readonly openPaper: string | undefined;
  readonly onJudge: (
    checks: readonly { check: string; outcome: 'passed' | 'failed'; note?: string }[],
    words: string,
  ) => void;
  readonly onOpenPaper: (kind: string) => void;
  readonly onWriting: (writing: boolean) => void;
}

/** What an examination goes through: findings of the machine, confirmed in one press, what the machine cannot tell and every paper one by one. */
export function CheckList({ dossier, busy, openPaper, onJudge, onOpenPaper, onWriting }: CheckListProps) {
  const [failing, setFailing] = useState<string>();
  const may = dossier.allowedActions.includes('recordCheck');
  const open = new Set(dossier.openChecks);
  const judged = new Map(dossier.judgements.map((said) => [said.check, said]));
  const found = dossier.checks.filter(({ check, outcome }) => outcome === 'passed' && open.has(check));
  const papers = [...new Set(dossier.documents.map(({ kind }) => kind))];
  const total = dossier.checks.length + papers.length;
  const write = (check: string | undefined): void => {
    setFailing(check);
    onWriting(check !== undefined);
  };
  const item = (check: string, words: string, finding?: Check) => {
    const said = judged.get(check);
    const paper = check.startsWith(PAPER) ? check.slice(PAPER.length) : undefined;
    return (
      <li key={check} className={paper !== undefined && paper === openPaper ? 'here' : undefined}>
        {paper === undefined ? (
          <strong>{words}</strong>
        ) : (
          <button type="button" className="link" onClick={() => onOpenPaper(paper)}>
            {words}
          </button>
        )}{' '}
        {said && (
          <span className={`tag ${said.outcome === 'passed' ? 'in-time' : 'late'}`}>
            {said.outcome === 'passed' ? say('✓ Đạt', '✓ Passed') : say('✗ Không đạt', '✗ Failed')}
          </span>
        )}
        {finding && !said && <span className="muted"> {OUTCOME[finding.outcome as keyof typeof OUTCOME]}</span>}
        {finding && (
          <div className="muted">
            <LawRef article={finding.article} /> · {EVIDENCE_WORDS[finding.evidence]}
            {figures(finding.inputs) && ` · ${figures(finding.inputs)}`}
          </div>
        )}
        {said && <Said said={said} />}
        {may &&
          finding?.outcome !== 'failed' &&
          !(finding?.outcome === 'passed' && open.has(check)) &&
          failing !== check && (
            <div className="judge">
              {said?.outcome !== 'passed' && (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={`${say('Đạt', 'Passed')}: ${words}`}
                  data-pass={paper === openPaper ? '' : undefined}
                  onClick={() => onJudge([{ check, outcome: 'passed' }], say(`Đạt: ${words}`, `Passed: ${words}`))}
                >
                  {say('Đạt', 'Passed')}
                </button>
              )}
              {said?.outcome !== 'failed' && (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={`${say('Không đạt', 'Failed')}: ${words}`}
                  data-fail={paper === openPaper ? '' : undefined}
                  onClick={() => write(check)}
                >
                  {say('Không đạt', 'Failed')}
                </button>
              )}
            </div>
          )}
        {failing === check && (
          <FailForm
            words={words}
            busy={busy}
            onCancel={() => write(undefined)}
            onSend={(note) => {
              write(undefined);
              onJudge([{ check, outcome: 'failed', note }], say(`Không đạt: ${words}`, `Failed: ${words}`));
            }}
          />
        )}
      </li>
    );
  };
  const order = (outcome: string): number => ({ failed: 0, undecided: 1 })[outcome] ?? 2;
  const sorted = [...dossier.checks].sort((a, b) => order(a.outcome) - order(b.outcome));
  const settled = sorted.filter(({ outcome }) => outcome === 'passed');
  return (
    <section className="panel" aria-labelledby="checks-heading">
      <h2 id="checks-heading">
        {say('Kiểm tra', 'Checks')}
        {dossier.checks.length > 0 && ` ${formatNumber(total - open.size)}/${formatNumber(total)}`}
      </h2>
      {dossier.checks.length === 0 && (
        <p role="status">{say('Hệ thống đang kiểm tra tự động…', 'The automatic checks are running…')}</p>
      )}
      {may && found.length > 0 && (
        <p>
          <button
            type="button"
            className="main"
            disabled={busy}
            onClick={() =>
              onJudge(
                found.map(({ check }) => ({ check, outcome: 'passed' })),
                say(`Xác nhận ${String(found.length)} mục tự động`, `${String(found.length)} findings confirmed`),
              )
            }
          >
            {say(`Xác nhận ${String(found.length)} mục tự động`, `Confirm ${String(found.length)} findings`)}
          </button>
        </p>
      )}
      <h3>{say('Tài liệu', 'Papers')}</h3>
      <ul className="items">{papers.map((kind) => item(`${PAPER}${kind}`, DOCUMENT_WORDS[kind] ?? kind))}</ul>
      {sorted.length > settled.length && (
        <>
          <h3>{say('Cần người xem xét', 'For a person to judge')}</h3>
          <ul className="items">
            {sorted
              .filter(({ outcome }) => outcome !== 'passed')
              .map((finding) => item(finding.check, CHECK_WORDS[finding.check] ?? finding.check, finding))}
          </ul>
        </>
      )}
      <details>
        <summary>
          {say(`${String(settled.length)} mục máy kiểm tra đạt`, `${String(settled.length)} findings of the machine`)}
        </summary>
        <ul className="items">
          {settled.map((finding) => item(finding.check, CHECK_WORDS[finding.check] ?? finding.check, finding))}
        </ul>
      </details>
    </section>
  );
}

function Said({ said }: { said: WorkCase['judgements'][number] }) {
  const people = usePeople();
  return (
    <div className="muted">
      {people.name(said.by, 'officer')}, {formatInstant(said.at)}
      {said.note && ` · ${said.note}`}
    </div>
  );
}

interface FailFormProps {
  readonly words: string;
  readonly busy: boolean;
  readonly onSend: (note: string) => void;
  readonly onCancel: () => void;
}

/** Why it does not pass; the words become a line of the correction notice. */
function FailForm({ words, busy, onSend, onCancel }: FailFormProps) {
  const [note, setNote] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSend(note);
  };
  return (
    <form onSubmit={send}>
      <div className="field">
        <label htmlFor="fail-note">{say(`Vì sao không đạt: ${words}`, `Why it fails: ${words}`)}</label>
        <textarea
          id="fail-note"
          rows={3}
          value={note}
          required
          autoFocus
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="judge">
        <button type="submit" className="main" disabled={busy}>
          {say('Ghi Không đạt', 'Record as failed')}
        </button>
        <button type="button" onClick={onCancel}>
          {say('Quay lại', 'Back')}
        </button>
      </div>
    </form>
  );
}
