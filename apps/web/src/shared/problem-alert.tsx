import { useEffect, useRef } from 'react';
import { Problem } from '../api/client';

/** Says what was refused, why, under which article, and what to do; takes the focus once so that nobody misses it. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [error]);
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={ref}>
      <strong>{problem?.title ?? 'Mất kết nối với hệ thống'}</strong>
      <p>{problem?.detail ?? 'Việc đã ghi nhận không mất. Hãy thử lại sau ít phút.'}</p>
      {problem && problem.legalBasis.length > 0 && (
        <p className="muted">Căn cứ pháp lý: {problem.legalBasis.join('; ')}</p>
      )}
      {problem && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((entry) => (
            <li key={`${entry.pointer}${entry.detail}`}>
              <span className="code">{entry.pointer}</span> {entry.detail}
            </li>
          ))}
        </ul>
      )}
      {problem?.traceId && (
        <p className="muted">
          Mã tra vết: <span className="code">{problem.traceId}</span>
        </p>
      )}
      {onRetry && <button onClick={onRetry}>Thử lại ngay</button>}
    </div>
  );
}
