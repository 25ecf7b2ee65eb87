import { formatInstant } from '../../shared/format';
import { inLanguage, say } from '../../shared/language';
import type { Level } from './types';

const LEVELS: Readonly<Record<Level, string>> = inLanguage({
  officer: ['', ''],
  deputy: ['Đã báo phó lãnh đạo', 'Risen to the deputy'],
  head: ['Đã báo lãnh đạo', 'Risen to the head'],
  province: ['Đã báo cấp tỉnh', 'Risen to the province'],
});

/** How far a late case has risen by itself, and when somebody was last reminded. */
export function LevelTag({ level, remindedAt }: { level: Level; remindedAt?: string | undefined }) {
  return (
    <>
      {level !== 'officer' && (
        <span className="tag late">
          <span aria-hidden="true">▲ </span>
          {LEVELS[level]}
        </span>
      )}
      {remindedAt !== undefined && (
        <span className="muted">
          {' '}
          {say('đã nhắc', 'reminded')} {formatInstant(remindedAt)}
        </span>
      )}
    </>
  );
}
