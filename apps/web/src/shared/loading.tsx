import { useEffect, useState } from 'react';
import { say } from './language';

const SOON_MS = 300;
const SLOW_MS = 5_000;

interface LoadingProps {
  /** Lines of the size that the page will have. */
  readonly lines?: number;
}

/** While a page is on its way: nothing for a moment, then its outline, and after five seconds what is the matter. */
export function Loading({ lines = 6 }: LoadingProps) {
  const [stage, setStage] = useState<'fresh' | 'soon' | 'slow'>('fresh');
  useEffect(() => {
    const soon = setTimeout(() => setStage('soon'), SOON_MS);
    const slow = setTimeout(() => setStage('slow'), SLOW_MS);
    return () => {
      clearTimeout(soon);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div className={stage === 'fresh' ? 'skeleton fresh' : 'skeleton'}>
      <p role="status" className={stage === 'slow' ? undefined : 'unseen'}>
        {stage === 'slow'
          ? say('Mạng chậm, vẫn đang tải', 'Slow network, still loading')
          : say('Đang tải…', 'Loading…')}
      </p>
      {Array.from({ length: lines }, (_none, line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
