import { useEffect, useId, useRef, useState } from 'react';
import { post } from '../../api/client';
import { SelectField } from '../../shared/fields';
import { inLanguage, say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import type { MaskedPerson, Subjects } from './types';

const PURPOSES = inLanguage({
  inspection: ['Thanh tra, kiểm tra', 'Inspection'],
  examination: ['Xem xét hồ sơ', 'Examining the dossier'],
  signing: ['Ký quyết định', 'Signing the decision'],
  complaint: ['Giải quyết khiếu nại, tố cáo', 'Complaint'],
  identification: ['Xác định đúng người', 'Identification'],
  authorityRequest: ['Cơ quan có thẩm quyền yêu cầu', 'Request of an authority'],
});
/** How long a person stays in clear, milliseconds. */
const SHOWN_MS = 60_000;

interface PersonMaskProps {
  readonly subjects: Subjects;
  readonly subjectId: string;
  readonly personId: string;
  readonly masked: MaskedPerson | null | undefined;
  readonly asOf: string | undefined;
  /** Purpose that is proposed. */
  readonly first?: keyof typeof PURPOSES;
}

const wordsOf = ({ fullName = '…', identityNumber }: MaskedPerson): string =>
  identityNumber === undefined ? fullName : `${fullName} · ${identityNumber}`;

/** A person masked; one press with a purpose shows the person for a minute, and that it did is a fact. */
export function PersonMask({ subjects, subjectId, personId, masked, asOf, first = 'inspection' }: PersonMaskProps) {
  const may = useMay();
  const field = useId();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState<string>(first);
  const [clear, setClear] = useState<MaskedPerson | null>();
  const [problem, setProblem] = useState<unknown>();
  const key = useRef(crypto.randomUUID());
  useEffect(() => {
    if (!clear) return;
    const timer = setTimeout(() => setClear(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [clear]);
  if (masked === undefined) return <span className="code">{personId}</span>;
  if (masked === null || clear === null) return <span>{say('Đã xóa theo yêu cầu', 'Erased on request')}</span>;
  const show = async (): Promise<void> => {
    try {
      const { person } = await post<{ person: MaskedPerson | null }>(
        `/api/audit/${subjects}/${subjectId}/persons/${encodeURIComponent(personId)}/views`,
        { purpose, page: window.location.pathname, ...(asOf === undefined ? {} : { asOf }) },
        { key: key.current },
      );
      key.current = crypto.randomUUID();
      setClear(person);
      setAsking(false);
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <div className="person">
      <span role="status">{wordsOf(clear ?? masked)}</span>
      {!clear && may('personalData.view') && subjects !== 'people' && (
        <button
          className="link"
          aria-expanded={asking}
          aria-label={say(`Hiện ${masked.fullName ?? ''}`, `Show ${masked.fullName ?? ''}`)}
          onClick={() => setAsking(!asking)}
        >
          {say('Hiện', 'Show')}
        </button>
      )}
      {asking && (
        <div className="row">
          <SelectField
            id={`purpose-${field}`}
            words={say('Mục đích', 'Purpose')}
            value={purpose}
            options={Object.entries(PURPOSES)}
            onChange={setPurpose}
          />
          <button onClick={() => void show()}>
            {say('Hiện và ghi nhận việc xem', 'Show, and record that I looked')}
          </button>
        </div>
      )}
      {problem !== undefined && <ProblemAlert error={problem} />}
    </div>
  );
}
