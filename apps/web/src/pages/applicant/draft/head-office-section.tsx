import { areaWords, useAreas, useNames } from '../../../shared/area-name';
import { TextField } from '../../../shared/fields';
import { say } from '../../../shared/language';
import { Select } from '../kit';
import type { SectionProps } from './section-props';

/** Where the head office is; says at once which office will decide. */
export function HeadOfficeSection({ form, change, wrong, findings }: SectionProps) {
  const areas = useAreas();
  const names = useNames();
  const communes = (areas.data?.areas ?? []).filter(({ kind }) => ['commune', 'ward', 'specialZone'].includes(kind));
  const office = findings?.decidingOfficeId ?? (form.areaCode ? `office-${form.areaCode}` : undefined);
  return (
    <>
      <Select
        id="areaCode"
        words={say('Xã, phường, đặc khu', 'Commune, ward or special zone')}
        value={form.areaCode ?? ''}
        wrong={wrong('areaCode')}
        options={communes.map((area) => [area.code, areaWords(area)] as const)}
        onChange={(areaCode) => change({ areaCode })}
      />
      {office !== undefined && form.areaCode !== undefined && form.areaCode !== '' && (
        <p className="muted">
          {say('Cơ quan giải quyết: ', 'Deciding office: ')}
          {names.office(office)}
        </p>
      )}
      <TextField
        id="line"
        words={say('Thôn, ấp, số nhà, đường', 'Hamlet, number, street')}
        value={form.line ?? ''}
        wrong={wrong('line')}
        required={false}
        onChange={(line) => change({ line })}
      />
      <TextField
        id="phone"
        words={say('Điện thoại', 'Phone')}
        value={form.phone ?? ''}
        wrong={wrong('phone')}
        inputMode="tel"
        optional
        onChange={(phone) => change({ phone })}
      />
      <TextField
        id="email"
        words={say('Thư điện tử', 'E-mail')}
        hint={say('Để nhận thông báo về hồ sơ', 'For notices about the dossier')}
        value={form.email ?? ''}
        wrong={wrong('email')}
        inputMode="email"
        optional
        onChange={(email) => change({ email })}
      />
      <TextField
        id="website"
        words={say('Trang web', 'Website')}
        hint={say('Bắt đầu bằng https://', 'Begins with https://')}
        value={form.website ?? ''}
        wrong={wrong('website')}
        inputMode="url"
        optional
        onChange={(website) => change({ website })}
      />
    </>
  );
}
