import { TextField } from '../../../shared/fields';
import { say } from '../../../shared/language';
import { DayField } from '../../applicant/kit';
import { emptyHarvest, type HarvestText } from './terms-form';
import type { TermsProps } from './terms-fields';

/** Harvests that come back every year, each with its weight in the principal, up to a last day. */
export function HarvestFields({ terms, change, wrong }: TermsProps) {
  const set = (key: string, part: Partial<HarvestText>): void =>
    change({ harvests: terms.harvests.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <>
      {terms.harvests.map((harvest, at) => (
        <fieldset className="panel" key={harvest.key}>
          <legend>{say(`Vụ ${at + 1}`, `Harvest ${at + 1}`)}</legend>
          <div className="row">
            <TextField
              id={`harvests-${at}-day`}
              words={say('Ngày', 'Day')}
              inputMode="numeric"
              value={harvest.day}
              wrong={wrong(`harvests-${at}-day`)}
              required={false}
              onChange={(day) => set(harvest.key, { day })}
            />
            <TextField
              id={`harvests-${at}-month`}
              words={say('Tháng', 'Month')}
              inputMode="numeric"
              value={harvest.month}
              wrong={wrong(`harvests-${at}-month`)}
              required={false}
              onChange={(month) => set(harvest.key, { month })}
            />
            <TextField
              id={`harvests-${at}-share`}
              words={say('Tỷ trọng gốc', 'Weight in the principal')}
              optional
              inputMode="numeric"
              value={harvest.share}
              wrong={wrong(`harvests-${at}-share`)}
              onChange={(share) => set(harvest.key, { share })}
            />
          </div>
          {terms.harvests.length > 1 && (
            <button
              type="button"
              onClick={() => change({ harvests: terms.harvests.filter(({ key }) => key !== harvest.key) })}
            >
              {say(`Bỏ vụ ${at + 1}`, `Remove harvest ${at + 1}`)}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => change({ harvests: [...terms.harvests, emptyHarvest()] })}>
          + {say('Thêm vụ', 'Add a harvest')}
        </button>
      </p>
      <DayField
        id="lastOn"
        legend={say('Ngày trả nợ cuối cùng, muộn nhất', 'Last possible due day')}
        value={terms.lastOn}
        wrong={wrong('lastOn')}
        onChange={(lastOn) => change({ lastOn })}
      />
    </>
  );
}
