import { inLanguage, say } from './language';

const STEPS = [
  say('Nộp', 'Filed'),
  say('Tiếp nhận', 'Received'),
  say('Xem xét', 'Examined'),
  say('Mã số từ cơ quan thuế', 'Tax authority’s code'),
  say('Quyết định', 'Decided'),
  say('Cấp Giấy chứng nhận', 'Certificate issued'),
] as const;

const ENDED: Readonly<Record<string, string>> = inLanguage({
  Refused: ['Từ chối', 'Refused'],
  Lapsed: ['Đã hủy', 'Lapsed'],
  Withdrawn: ['Đã dừng', 'Withdrawn'],
});

/** Where a founding registration stands, as a list that reads in order. */
export function CaseStepper({ status, taxCode }: { status: string; taxCode?: string | undefined }) {
  const present =
    status === 'Registered' ? 6 : status === 'Granted' ? 5 : status === 'AwaitingDecision' ? (taxCode ? 4 : 3) : 2;
  const ended = ENDED[status];
  return (
    <ol className="stepper" aria-label={say('Các bước của thủ tục', 'Steps of the procedure')}>
      {STEPS.map((step, index) => {
        const now = index === present && !ended;
        return (
          <li key={step} aria-current={now ? 'step' : undefined}>
            <span aria-hidden="true">{index < present ? '✓ ' : now ? '● ' : '○ '}</span>
            {step}
            <span className="muted">
              {index < present ? ` (${say('xong', 'done')})` : now ? ` (${say('đang làm', 'now')})` : ''}
            </span>
          </li>
        );
      })}
      {ended && <li aria-current="step">■ {ended}</li>}
    </ol>
  );
}
