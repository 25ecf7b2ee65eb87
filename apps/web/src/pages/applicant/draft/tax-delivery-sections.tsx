import { useNames } from '../../../shared/area-name';
import { TextField } from '../../../shared/fields';
import { say } from '../../../shared/language';
import { Choice, DayField, Select } from '../kit';
import { fieldWords } from './findings-words';
import type { SectionProps } from './section-props';

/** What the tax authority needs to give the code. */
export function TaxSection({ form, change, wrong }: SectionProps) {
  return (
    <>
      <Choice
        id="accountingYearStart"
        legend={fieldWords('accountingYearStart')}
        value={form.accountingYearStart as '01-01' | '04-01' | '07-01' | '10-01' | undefined}
        wrong={wrong('accountingYearStart')}
        options={[
          ['01-01', say('01/01 (năm dương lịch)', '1 January (calendar year)')],
          ['04-01', '01/04'],
          ['07-01', '01/07'],
          ['10-01', '01/10'],
        ]}
        onChange={(accountingYearStart) => change({ accountingYearStart })}
      />
      <Choice
        id="vatMethod"
        legend={fieldWords('vatMethod')}
        value={form.vatMethod}
        wrong={wrong('vatMethod')}
        options={[
          ['deduction', say('Khấu trừ', 'Deduction')],
          ['direct', say('Trực tiếp', 'Direct')],
          ['none', say('Không phải nộp', 'Not liable')],
        ]}
        onChange={(vatMethod) => change({ vatMethod })}
      />
      <TextField
        id="employees"
        words={say('Số lao động dự kiến', 'Expected number of employees')}
        value={form.employees ?? ''}
        wrong={wrong('employees')}
        inputMode="numeric"
        required={false}
        onChange={(employees) => change({ employees })}
      />
      <DayField
        id="expectedStartOn"
        legend={fieldWords('expectedStartOn')}
        optional
        value={form.expectedStartOn ?? ''}
        wrong={wrong('expectedStartOn')}
        onChange={(expectedStartOn) => change({ expectedStartOn })}
      />
    </>
  );
}

/** How the result reaches the applicant. */
export function DeliverySection({ form, change, wrong, findings }: SectionProps) {
  const names = useNames();
  const deciding = findings?.decidingOfficeId;
  const offices = names.offices();
  return (
    <>
      <Choice
        id="delivery"
        legend={say(
          'Nhận Giấy chứng nhận đăng ký hợp tác xã bằng cách nào?',
          'How do you want to receive the certificate?',
        )}
        value={form.delivery}
        wrong={wrong('delivery')}
        options={[
          ['electronic', say('Bản điện tử, tải về từ trang này', 'Electronic, downloaded from these pages')],
          ['atDesk', say('Tại Bộ phận một cửa', 'At a one-stop desk')],
          ['post', say('Qua dịch vụ bưu chính', 'By post')],
        ]}
        onChange={(delivery) =>
          change({
            delivery,
            ...(delivery === 'atDesk' && !form.deliveryOfficeId && deciding ? { deliveryOfficeId: deciding } : {}),
          })
        }
      />
      {form.delivery === 'atDesk' && (
        <Select
          id="deliveryOfficeId"
          words={say('Bộ phận một cửa', 'One-stop desk')}
          value={form.deliveryOfficeId ?? ''}
          wrong={wrong('deliveryOfficeId')}
          options={offices}
          onChange={(deliveryOfficeId) => change({ deliveryOfficeId })}
        />
      )}
      {form.delivery === 'post' && (
        <TextField
          id="deliveryAddress"
          words={say('Địa chỉ nhận', 'Postal address')}
          value={form.deliveryAddress ?? ''}
          wrong={wrong('deliveryAddress')}
          required={false}
          onChange={(deliveryAddress) => change({ deliveryAddress })}
        />
      )}
    </>
  );
}
