import { BORROWER_WORDS } from '../../../fund-words';
import { useNames } from '../../../shared/area-name';
import { TextField } from '../../../shared/fields';
import { formatDay, formatDong } from '../../../shared/format';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { LEGAL_STATUS_WORDS } from '../../../words';
import { Choice, DayField, Select } from '../../applicant/kit';
import type { BorrowerPrefill } from '../types';
import { emptyRelated, type RelatedText } from './form';
import { useLoanForm } from './frame';

/** Who borrows: named by the code alone; what the register knows is shown and not asked. */
export function BorrowerSection() {
  const { form, change, funds, wrong, borrower, borrowerProblem } = useLoanForm();
  return (
    <>
      {funds.length > 1 && (
        <Select
          id="fundId"
          words={say('Quỹ cho vay', 'Fund')}
          value={form.fundId}
          wrong={wrong('fundId')}
          options={funds.map(({ id, name }) => [id, name])}
          onChange={(fundId) => change({ fundId })}
        />
      )}
      <TextField
        id="organisation"
        words={say('Mã số hợp tác xã', 'Code of the cooperative')}
        hint={say(
          'Mã số ghi trên Giấy chứng nhận đăng ký hợp tác xã; 10 chữ số',
          'The code on the certificate of registration; 10 digits',
        )}
        value={form.organisation}
        wrong={wrong('organisation')}
        required={false}
        onChange={(organisation) => change({ organisation })}
      />
      {borrowerProblem !== undefined && <ProblemAlert error={borrowerProblem} />}
      {borrower && <Known borrower={borrower} />}
      <Choice
        id="borrows"
        legend={say('Ai vay?', 'Who borrows?')}
        value={form.borrows}
        options={[
          ['organisation', say('Hợp tác xã, liên hiệp hợp tác xã này', 'This cooperative or union')],
          ['member', say('Một thành viên của hợp tác xã này', 'A member of this cooperative')],
        ]}
        onChange={(borrows) => change({ borrows })}
      />
      {form.borrows === 'member' && (
        <>
          <TextField
            id="fullName"
            words={say('Họ, chữ đệm và tên', 'Full name')}
            value={form.fullName}
            wrong={wrong('fullName')}
            required={false}
            onChange={(fullName) => change({ fullName })}
          />
          <TextField
            id="identityNumber"
            words={say('Số định danh cá nhân', 'Personal number')}
            value={form.identityNumber}
            wrong={wrong('identityNumber')}
            required={false}
            onChange={(identityNumber) => change({ identityNumber })}
          />
          <DayField
            id="birthDate"
            legend={say('Ngày sinh', 'Date of birth')}
            value={form.birthDate}
            wrong={wrong('birthDate')}
            onChange={(birthDate) => change({ birthDate })}
          />
        </>
      )}
      <Related />
    </>
  );
}

/** What stands in the register, and what it means for a loan. */
function Known({ borrower }: { borrower: BorrowerPrefill }) {
  const names = useNames();
  const { name, kind, areaCode, legalStatus, registeredOn, mayBorrow, membersMayBorrow, roomLeft } = borrower;
  return (
    <section className={mayBorrow || membersMayBorrow ? 'panel' : 'problem'} aria-labelledby="known-heading">
      <h2 id="known-heading">{say('Theo Sổ đăng ký', 'From the register')}</h2>
      <dl className="facts">
        <div>
          <dt>{BORROWER_WORDS[kind] ?? kind}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{say('Trụ sở chính', 'Head office')}</dt>
          <dd>{names.area(areaCode)}</dd>
        </div>
        <div>
          <dt>{say('Tình trạng pháp lý', 'Legal status')}</dt>
          <dd>{LEGAL_STATUS_WORDS[legalStatus] ?? legalStatus}</dd>
        </div>
        {registeredOn && (
          <div>
            <dt>{say('Ngày đăng ký', 'Registered on')}</dt>
            <dd>{formatDay(registeredOn)}</dd>
          </div>
        )}
        <div>
          <dt>{say('Còn được vay tối đa', 'May still borrow at most')}</dt>
          <dd>{formatDong(roomLeft)}</dd>
        </div>
      </dl>
      {!mayBorrow && (
        <p>
          {membersMayBorrow
            ? say(
                'Tổ chức này không được vay; thành viên được vay.',
                'This organisation may not borrow; its members may.',
              )
            : say(
                'Quỹ không cho tổ chức này vay: tình trạng pháp lý hoặc địa bàn không phù hợp.',
                'The fund may not lend to this organisation: its legal status or its area does not allow it.',
              )}
        </p>
      )}
    </section>
  );
}

/** Persons related to the borrower count towards the second limit. */
function Related() {
  const { form, change, wrong } = useLoanForm();
  const set = (key: string, part: Partial<RelatedText>): void =>
    change({ related: form.related.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <section aria-labelledby="related-heading">
      <h2 id="related-heading">{say('Người có liên quan cũng đang vay Quỹ', 'Related persons who borrow too')}</h2>
      {form.related.map((one, at) => (
        <fieldset className="panel" key={one.key}>
          <legend>{say(`Người có liên quan ${at + 1}`, `Related person ${at + 1}`)}</legend>
          <TextField
            id={`related-${at}-organisation`}
            words={say('Mã số tổ chức', 'Code of the organisation')}
            optional
            value={one.organisation}
            wrong={wrong(`related-${at}-organisation`)}
            onChange={(organisation) => set(one.key, { organisation })}
          />
          <TextField
            id={`related-${at}-identityNumber`}
            words={say('hoặc số định danh cá nhân', 'or personal number')}
            optional
            value={one.identityNumber}
            wrong={wrong(`related-${at}-identityNumber`)}
            onChange={(identityNumber) => set(one.key, { identityNumber })}
          />
          <button type="button" onClick={() => change({ related: form.related.filter(({ key }) => key !== one.key) })}>
            {say(`Bỏ người ${at + 1}`, `Remove person ${at + 1}`)}
          </button>
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => change({ related: [...form.related, emptyRelated()] })}>
          + {say('Thêm người có liên quan', 'Add a related person')}
        </button>
      </p>
    </section>
  );
}
