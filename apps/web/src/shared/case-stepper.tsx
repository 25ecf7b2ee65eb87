const STEPS = ['Nộp', 'Tiếp nhận', 'Xem xét', 'Mã số từ cơ quan thuế', 'Quyết định', 'Cấp Giấy chứng nhận'] as const;

const ENDED: Readonly<Record<string, string>> = { Refused: 'Từ chối', Lapsed: 'Đã hủy', Withdrawn: 'Đã dừng' };

/** Where a founding registration stands, as a list that reads in order. */
export function CaseStepper({ status, taxCode }: { status: string; taxCode?: string | undefined }) {
  const present =
    status === 'Registered' ? 6 : status === 'Granted' ? 5 : status === 'AwaitingDecision' ? (taxCode ? 4 : 3) : 2;
  const ended = ENDED[status];
  return (
    <ol className="stepper" aria-label="Các bước của thủ tục">
      {STEPS.map((step, index) => {
        const now = index === present && !ended;
        return (
          <li key={step} aria-current={now ? 'step' : undefined}>
            <span aria-hidden="true">{index < present ? '✓ ' : now ? '● ' : '○ '}</span>
            {step}
            <span className="muted">{index < present ? ' (xong)' : now ? ' (đang làm)' : ''}</span>
          </li>
        );
      })}
      {ended && <li aria-current="step">■ {ended}</li>}
    </ol>
  );
}
