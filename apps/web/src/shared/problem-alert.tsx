import { useEffect, useRef } from 'react';
import { Problem } from '../api/client';
import { say } from './language';
import { LawRef } from './law-ref';
import { SIGN_IN_AGAIN } from './session-again';

/** Where a wrong field stands on the page, and what it is called there. */
export interface FieldPlace {
  readonly id: string;
  readonly words: string;
}

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** It stands for the whole page: its title is the page's heading. */
  readonly page?: boolean;
  /** The field that a pointer of the problem document means. */
  readonly fieldOf?: (pointer: string) => FieldPlace | undefined;
}

/** Says what was refused, why, under which article, and what to do; takes the focus once so that nobody misses it. */
export function ProblemAlert({ error, onRetry, fieldOf, page = false }: ProblemAlertProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [error]);
  const problem = error instanceof Problem ? error : undefined;
  const title = problem?.title ?? say('Mất kết nối với hệ thống', 'Connection lost');
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={ref}>
      {page ? <h1>{title}</h1> : <strong>{title}</strong>}
      <p>
        {problem?.detail ??
          say(
            'Việc đã ghi nhận không mất. Hãy thử lại sau ít phút.',
            'Nothing that was recorded is lost. Please try again in a few minutes.',
          )}
      </p>
      {problem && problem.legalBasis.length > 0 && (
        <p className="muted">
          {say('Căn cứ pháp lý', 'Legal basis')}: <LawRef article={problem.legalBasis.join('; ')} />
        </p>
      )}
      {problem && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((entry) => {
            const place = fieldOf?.(entry.pointer);
            return (
              <li key={`${entry.pointer}${entry.detail}`}>
                {place ? (
                  <a
                    href={`#${place.id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(place.id)?.focus();
                    }}
                  >
                    {place.words}: {entry.detail}
                  </a>
                ) : (
                  <>
                    <span className="code">{entry.pointer}</span> {entry.detail}
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {problem?.traceId && (
        <p className="muted">
          {say('Mã tra vết', 'Trace code')}: <span className="code hash">{problem.traceId}</span>
        </p>
      )}
      <p className="row">
        {problem?.status === 401 && page && (
          <a
            className="button main"
            href={`/api/session/login?returnTo=${encodeURIComponent(window.location.pathname)}`}
          >
            {say('Đăng nhập', 'Sign in')}
          </a>
        )}
        {problem?.status === 401 && !page && (
          <a className="button main" href={SIGN_IN_AGAIN} target="_blank" rel="noopener">
            {say('Đăng nhập lại ở thẻ mới, giữ nội dung đang nhập', 'Sign in again in a new tab; what you typed stays')}
          </a>
        )}
        {onRetry && (problem === undefined || problem.status >= 500) && (
          <button onClick={onRetry}>{say('Thử lại ngay', 'Try again')}</button>
        )}
      </p>
    </div>
  );
}
