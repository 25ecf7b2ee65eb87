import '../work/work.css';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { send } from '../../api/client';
import { DateField } from '../../shared/date-field';
import { FileField } from '../../shared/fields';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import type { ImportView } from './import.types';

/** Nhập sổ đăng ký: the file is read and looked through first; nothing is recorded before somebody has seen what would happen. */
export function ImportsPageView() {
  const title = say('Nhập sổ đăng ký', 'Import a register');
  usePageTitle(title);
  const today = useToday();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [asOf, setAsOf] = useState(today);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (file === undefined) return;
    setBusy(true);
    try {
      const form = new FormData();
      form.append('asOf', asOf);
      form.append('file', file);
      const brought = await send<ImportView>('/api/register-imports', form, key.current);
      client.setQueryData(['register-import', brought.importId], brought);
      void navigate({ to: '/admin/imports/$id', params: { id: brought.importId } });
    } catch (error) {
      setProblem(error);
    } finally {
      key.current = crypto.randomUUID();
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{title}</h1>
      <p>
        {say(
          'Tệp Excel hoặc CSV, mỗi dòng một tổ chức. Xem trước chưa ghi gì vào sổ; dòng nào không nhập được nêu rõ lý do. Nhập lại cùng tệp không làm trùng.',
          'An Excel or CSV file, one organisation a row. Looking through it records nothing; each row that cannot be taken over says why. The same file again doubles nothing.',
        )}
      </p>
      <p>
        <a className="button" href="/api/register-import-template" download>
          {say('Tải tệp mẫu', 'Download the template')}
        </a>
      </p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <form onSubmit={(event) => void look(event)} className="panel">
        <FileField
          id="file"
          words={say('Tệp sổ đăng ký', 'The register')}
          hint={say('.xlsx hoặc .csv (UTF-8), tối đa 20 MB', '.xlsx or .csv (UTF-8), at most 20 MB')}
          accept=".xlsx,.csv"
          onChoose={setFile}
        />
        <DateField
          id="as-of"
          words={say('Sổ mô tả tình hình ngày', 'Day that the register describes')}
          hint={say(
            'Quyết định tên xã, huyện được hiểu theo địa giới ngày nào.',
            'Decides of which day’s boundaries the names of areas are.',
          )}
          value={asOf}
          required
          onChange={setAsOf}
        />
        <button className="main" disabled={busy || file === undefined}>
          {busy ? say('Đang đọc tệp…', 'Reading…') : say('Xem trước', 'Look through')}
        </button>
      </form>
    </>
  );
}
