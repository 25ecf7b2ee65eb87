import { TURN_WORDS } from '../../fund-words';
import { formatDay } from '../../shared/format';
import { pick, say } from '../../shared/language';
import type { Journey } from './types';

const ICONS = { done: '✓ ', current: '● ', ahead: '○ ' } as const;
const STATES = {
  done: say(' (xong)', ' (done)'),
  current: say(' (đang làm)', ' (now)'),
  ahead: '',
} as const;

/** Where an application stands in plain words: what is, whose turn it is and until when, what comes next. */
export function JourneyView({ journey }: { journey: Journey }) {
  const { steps, now, waitingFor, next, dueOn, late } = journey;
  return (
    <>
      <p className="sentence">{pick(now)}</p>
      <ol className="stepper" aria-label={say('Các bước của hồ sơ vay', 'Steps of the application')}>
        {steps.map(({ step, name, state }) => (
          <li key={step} aria-current={state === 'current' ? 'step' : undefined}>
            <span aria-hidden="true">{ICONS[state]}</span>
            {pick(name)}
            <span className="muted">{STATES[state]}</span>
          </li>
        ))}
      </ol>
      <section className="panel" aria-label={say('Việc tiếp theo', 'What is next')}>
        <dl className="facts">
          {waitingFor && (
            <div>
              <dt>{say('Đang chờ', 'Waiting for')}</dt>
              <dd>{TURN_WORDS[waitingFor] ?? waitingFor}</dd>
            </div>
          )}
          {dueOn && (
            <div>
              <dt>{say('Hạn', 'Due')}</dt>
              <dd>
                <span className={`tag ${late ? 'late' : 'in-time'}`}>
                  <span aria-hidden="true">{late ? '▲ ' : '● '}</span>
                  {late ? say('Quá hạn', 'Late') : say('Còn hạn', 'In time')} · {formatDay(dueOn)}
                </span>
              </dd>
            </div>
          )}
          {next && (
            <div>
              <dt>{say('Bước tiếp theo', 'What comes next')}</dt>
              <dd>{pick(next)}</dd>
            </div>
          )}
        </dl>
      </section>
    </>
  );
}
