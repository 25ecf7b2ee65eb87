import { useState } from 'react';
import { TextField } from '../../../shared/fields';
import { formatInstant } from '../../../shared/format';
import { say } from '../../../shared/language';
import { Choice } from '../kit';
import { checkSentence } from './findings-words';
import type { CheckFinding } from './draft-types';
import type { SectionProps } from './section-props';
import { useDraft } from './use-draft';

/** Kind and name; the name is compared with the register while one waits, not after filing. */
export function NameSection({ form, change, wrong }: SectionProps) {
  const { flush, look } = useDraft();
  const [told, setTold] = useState<{
    readonly name: string;
    readonly checks: readonly CheckFinding[];
    readonly at: string;
  }>();
  const [busy, setBusy] = useState(false);
  const compare = async (): Promise<void> => {
    setBusy(true);
    try {
      if (!(await flush())) return;
      const found = (await look()).sections.find(({ section }) => section === 'name');
      setTold({ name: form.ownName ?? '', checks: found?.checks ?? [], at: new Date().toISOString() });
    } finally {
      setBusy(false);
    }
  };
  const typeWords = form.kind === 'cooperativeUnion' ? 'Liên hiệp hợp tác xã' : 'Hợp tác xã';
  return (
    <>
      <Choice
        id="kind"
        legend={say('Loại hình', 'Kind')}
        value={form.kind}
        wrong={wrong('kind')}
        options={[
          [
            'cooperative',
            say('Hợp tác xã (ít nhất 5 thành viên chính thức)', 'Cooperative (at least 5 official members)'),
          ],
          [
            'cooperativeUnion',
            say('Liên hiệp hợp tác xã (ít nhất 3 hợp tác xã)', 'Union of cooperatives (at least 3 cooperatives)'),
          ],
        ]}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        id="ownName"
        words={say(`Tên riêng của ${typeWords.toLowerCase()}`, 'Own name')}
        hint={say(`Phần sau chữ «${typeWords}»`, `What follows the words «${typeWords}»`)}
        value={form.ownName ?? ''}
        wrong={wrong('ownName')}
        required={false}
        onChange={(ownName) => change({ ownName })}
      />
      <p className="row">
        <button type="button" disabled={busy || (form.ownName ?? '').trim() === ''} onClick={() => void compare()}>
          {busy
            ? say('Đang so với sổ đăng ký…', 'Comparing with the register…')
            : say('Kiểm tra tên', 'Check the name')}
        </button>
      </p>
      <div role="status">
        {told !== undefined && told.name === (form.ownName ?? '') && (
          <ul className="checks">
            {told.checks.map((check) => (
              <li key={check.check} className={check.outcome === 'failed' ? 'wrong' : undefined}>
                <span aria-hidden="true">{check.outcome === 'failed' ? '▲' : '◇'} </span>
                {checkSentence(check, form)}
              </li>
            ))}
            {told.checks.length === 0 && (
              <li className="recorded">
                <span aria-hidden="true">✓ </span>
                {say(`Tên dùng được, lúc ${formatInstant(told.at).split(' ')[0] ?? ''}`, 'The name is free')}
              </li>
            )}
          </ul>
        )}
      </div>
      <TextField
        id="foreignName"
        words={say('Tên bằng tiếng nước ngoài', 'Name in a foreign language')}
        value={form.foreignName ?? ''}
        wrong={wrong('foreignName')}
        optional
        onChange={(foreignName) => change({ foreignName })}
      />
      <TextField
        id="abbreviation"
        words={say('Tên viết tắt', 'Abbreviation')}
        value={form.abbreviation ?? ''}
        wrong={wrong('abbreviation')}
        optional
        onChange={(abbreviation) => change({ abbreviation })}
      />
    </>
  );
}
