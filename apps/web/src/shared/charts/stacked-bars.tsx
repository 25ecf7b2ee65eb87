import './charts.css';
import { marks, shortDong } from './scale';
import { useWidth } from './use-width';

/** One part of every bar; the tone is a class of charts.css, told apart by pattern as well as by colour. */
export interface BarPart {
  readonly words: string;
  readonly tone: 'one' | 'two' | 'three' | 'four' | 'five';
}

export interface Bar {
  /** Stands under the bar where there is room. */
  readonly label: string;
  /** Đồng, one for each part. */
  readonly values: readonly number[];
}

interface StackedBarsProps {
  /** What the picture shows, in a sentence: read instead of it. The exact figures stand in a table beside it. */
  readonly summary: string;
  readonly parts: readonly BarPart[];
  readonly bars: readonly Bar[];
}

const HEIGHT = 240;
const LEFT = 72;
const TOP = 12;
const BOTTOM = 28;
const LABEL_PX = 76;

/** Amounts one after another, each made of parts. */
export function StackedBars({ summary, parts, bars }: StackedBarsProps) {
  const [ref, width] = useWidth();
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const scale = marks(Math.max(0, ...sums));
  const top = scale.at(-1) || 1;
  const floor = HEIGHT - BOTTOM;
  const heightOf = (value: number): number => (value / top) * (floor - TOP);
  const slot = (width - LEFT) / Math.max(1, bars.length);
  const every = Math.max(1, Math.ceil(LABEL_PX / slot));
  return (
    <figure className="chart">
      <div ref={ref}>
        <svg width={width} height={HEIGHT} role="img" aria-label={summary}>
          {scale.map((mark) => (
            <g key={mark}>
              <line className="grid" x1={LEFT} x2={width} y1={floor - heightOf(mark)} y2={floor - heightOf(mark)} />
              <text x={LEFT - 6} y={floor - heightOf(mark) + 4} textAnchor="end">
                {shortDong(mark)}
              </text>
            </g>
          ))}
          {bars.map(({ label, values }, at) => {
            let under = 0;
            return (
              <g key={`${label}${String(at)}`}>
                {values.map((value, part) => {
                  const y = floor - heightOf(under + value);
                  under += value;
                  return (
                    <rect
                      key={parts[part]?.words}
                      className={`tone-${parts[part]?.tone ?? 'one'}`}
                      x={LEFT + at * slot + slot * 0.12}
                      y={y}
                      width={Math.max(1, slot * 0.76)}
                      height={heightOf(value)}
                    />
                  );
                })}
                {at % every === 0 && (
                  <text x={LEFT + at * slot + slot / 2} y={HEIGHT - 8} textAnchor="middle">
                    {label}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <Legend parts={parts} />
    </figure>
  );
}

/** Which part is which. */
function Legend({ parts }: { parts: readonly BarPart[] }) {
  return (
    <figcaption>
      <ul className="legend">
        {parts.map(({ words, tone }) => (
          <li key={words}>
            <svg width="16" height="16" aria-hidden="true">
              <rect className={`tone-${tone}`} width="16" height="16" />
            </svg>{' '}
            {words}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
