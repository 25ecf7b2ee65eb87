import { useEffect, useRef } from 'react';
import { Problem } from '../api/client';
import { LawRef } from './law-ref';

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
  const title = problem?.title ?? 'Mất kết nối với hệ thống';
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={ref}>
      {page ? <h1>{title}</h1> : <strong>{title}</strong>}
      <p>{problem?.detail ?? 'Việc đã ghi nhận không mất. Hãy thử lại sau ít phút.'}</p>
      {problem && problem.legalBasis.length > 0 && (
        <p className="muted">
          Căn cứ pháp lý: <LawRef article={problem.legalBasis.join('; ')} />
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
          Mã tra vết: <span className="code">{problem.traceId}</span>
        </p>
      )}
      <p className="row">
        {problem?.status === 401 && (
          <a
            className="button main"
            href={`/api/session/login?returnTo=${encodeURIComponent(window.location.pathname)}`}
          >
            Đăng nhập
          </a>
        )}
        {onRetry && (problem === undefined || problem.status >= 500) && <button onClick={onRetry}>Thử lại ngay</button>}
      </p>
    </div>
  );
}
