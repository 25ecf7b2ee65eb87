import { formatDong } from '../../../shared/format';
import { say } from '../../../shared/language';
import { amount } from '../../amount';
import { DayField, MoneyField } from '../../applicant/kit';
import { emptyTranche, type TrancheText } from './terms-form';

interface TrancheProps {
  readonly tranches: readonly TrancheText[];
  readonly onChange: (tranches: readonly TrancheText[]) => void;
  readonly wrong: (id: string) => string | undefined;
}

/** When money is paid out, and how much each time; the sum changes while one types. */
export function TrancheFields({ tranches, onChange, wrong }: TrancheProps) {
  const set = (key: string, part: Partial<TrancheText>): void =>
    onChange(tranches.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const sum = tranches.reduce((total, { amount: typed }) => total + (amount(typed) || 0), 0);
  return (
    <>
      {tranches.map((tranche, at) => (
        <fieldset className="panel" key={tranche.key}>
          <legend>{say(`Lần giải ngân ${at + 1}`, `Disbursement ${at + 1}`)}</legend>
          <DayField
            id={`tranches-${at}-on`}
            legend={say('Ngày', 'Day')}
            value={tranche.on}
            wrong={wrong(`tranches-${at}-on`)}
            onChange={(on) => set(tranche.key, { on })}
          />
          <MoneyField
            id={`tranches-${at}-amount`}
            words={say('Số tiền', 'Amount')}
            value={tranche.amount}
            wrong={wrong(`tranches-${at}-amount`)}
            onChange={(typed) => set(tranche.key, { amount: typed })}
          />
          {tranches.length > 1 && (
            <button type="button" onClick={() => onChange(tranches.filter(({ key }) => key !== tranche.key))}>
              {say(`Bỏ lần ${at + 1}`, `Remove disbursement ${at + 1}`)}
            </button>
          )}
        </fieldset>
      ))}
      <p className="row">
        <button type="button" onClick={() => onChange([...tranches, emptyTranche()])}>
          + {say('Thêm lần giải ngân', 'Add a disbursement')}
        </button>
        <span role="status">
          {say('Tổng: ', 'Total: ')}
          <strong>{formatDong(sum)}</strong>
        </span>
      </p>
    </>
  );
}
