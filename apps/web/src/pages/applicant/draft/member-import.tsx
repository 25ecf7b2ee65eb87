import { useRef, useState } from 'react';
import { upload } from '../../../api/client';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import type { DraftMember } from './draft-types';

interface ImportProps {
  readonly onMembers: (members: readonly DraftMember[]) => void;
  readonly ofUnion: boolean;
}

const keyed = (member: Omit<DraftMember, 'key'>): DraftMember => ({ ...member, key: crypto.randomUUID().slice(0, 12) });

/** Columns of pasted rows, as the template has them. */
const PASTED = ['fullName', 'identityNumber', 'dateOfBirth', 'contribution', 'organisationCode'] as const;

function pastedMembers(text: string): readonly DraftMember[] {
  return text
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1 && cells[0] !== '')
    .map((cells) =>
      keyed(Object.fromEntries(PASTED.flatMap((field, at) => (cells[at] ? [[field, cells[at]] as const] : [])))),
    );
}

/** Many members at once: from a file, or pasted from a sheet. */
export function MemberImport({ onMembers, ofUnion }: ImportProps) {
  const [problem, setProblem] = useState<unknown>();
  const [read, setRead] = useState<number>();
  const [text, setText] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const take = (members: readonly DraftMember[]): void => {
    onMembers(members);
    setRead(members.length);
  };
  const choose = async (file: File): Promise<void> => {
    setProblem(undefined);
    try {
      const { members } = await upload<{ members: Omit<DraftMember, 'key'>[] }>(
        '/api/member-lists',
        file,
        crypto.randomUUID(),
      );
      take(members.map(keyed));
    } catch (error) {
      setProblem(error);
    }
    if (chooser.current) chooser.current.value = '';
  };
  return (
    <details className="panel">
      <summary>{say('Nhập nhiều thành viên từ tệp Excel', 'Many members from an Excel file')}</summary>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p role="status">
        {read !== undefined && say(`Đã thêm ${read} thành viên từ danh sách.`, `${read} members were added.`)}
      </p>
      <div className="field">
        <label htmlFor="member-file">{say('Tệp Excel (.xlsx)', 'Excel file (.xlsx)')}</label>
        <span className="hint">
          <a href="/api/member-list-template" download>
            {say('Tải tệp mẫu', 'Download the template')}
          </a>
        </span>
        <input
          id="member-file"
          type="file"
          ref={chooser}
          accept=".xlsx"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void choose(file);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor="member-paste">{say('Hoặc dán các dòng từ bảng tính', 'Or paste rows from a sheet')}</label>
        <span className="hint">
          {say(
            'Cột: họ tên, số định danh, ngày sinh, vốn góp',
            'Columns: name, personal number, date of birth, contribution',
          )}
          {ofUnion && say(', mã số hợp tác xã', ', code of the cooperative')}
        </span>
        <textarea id="member-paste" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <button
        type="button"
        disabled={pastedMembers(text).length === 0}
        onClick={() => {
          take(pastedMembers(text));
          setText('');
        }}
      >
        {say('Thêm từ phần đã dán', 'Add what was pasted')}
      </button>
    </details>
  );
}
