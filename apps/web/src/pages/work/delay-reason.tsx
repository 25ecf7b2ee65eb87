import { say } from '../../shared/language';
import { TextField } from '../../shared/fields';

/** Why the office is late: asked with the step, and printed on the apology to the applicant. */
export function DelayReason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      id="delay-reason"
      words={say('Vì sao chậm', 'Why it is late')}
      hint={say(
        'Hồ sơ đã quá hạn; lý do được in vào Phiếu xin lỗi và hẹn lại ngày trả kết quả.',
        'The limit has passed; the reason is printed on the apology slip.',
      )}
      value={value}
      onChange={onChange}
    />
  );
}
