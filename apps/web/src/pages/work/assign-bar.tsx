import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { Problem, post } from '../../api/client';
import { SelectField } from '../../shared/fields';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { useStaff } from '../../shared/people';
import type { WorkLine } from './types';

interface AssignBarProps {
  readonly rows: readonly WorkLine[];
  /** Those that were given to somebody: they are no longer chosen. */
  readonly onAssigned: (ids: readonly string[]) => void;
}

/** Phân công several dossiers to one officer; each is a step of its own, so that one refused keeps no other. */
export function AssignBar({ rows, onAssigned }: AssignBarProps) {
  const client = useQueryClient();
  const staff = useStaff();
  const keys = useRef(new Map<string, string>());
  const [officerId, setOfficerId] = useState('');
  const [busy, setBusy] = useState(false);
  const [assigned, setAssigned] = useState(0);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const officers = staff.filter(({ roles }) =>
    rows.every((row) => roles.some(({ role, officeId }) => role === 'officer' && officeId === row.decidingOfficeId)),
  );
  const give = async (row: WorkLine): Promise<string | undefined> => {
    const press = `${row.id} ${String(row.revision)} ${officerId}`;
    const key = keys.current.get(press) ?? crypto.randomUUID();
    keys.current.set(press, key);
    try {
      await post(`/api/dossiers/${row.id}/assignments`, { officerId }, { key, revision: row.revision });
      return undefined;
    } catch (error) {
      // A press without an answer keeps its key; a refused one was answered.
      if (error instanceof Problem) keys.current.delete(press);
      return `${row.caseCode}: ${error instanceof Problem ? error.title : say('mất kết nối', 'no connection')}`;
    }
  };
  const assign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const done: string[] = [];
    const failed: string[] = [];
    for (const row of rows) {
      const problem = await give(row);
      if (problem === undefined) done.push(row.id);
      else failed.push(problem);
    }
    setBusy(false);
    setAssigned(done.length);
    setRefused(failed);
    onAssigned(done);
    await client.invalidateQueries({ queryKey: ['queue'] });
  };
  return (
    <form className="row filters" onSubmit={(event) => void assign(event)}>
      {rows.length > 0 && (
        <>
          <SelectField
            id="assign-to"
            words={say(
              `Phân công ${formatNumber(rows.length)} hồ sơ cho`,
              `Assign ${formatNumber(rows.length)} dossiers to`,
            )}
            value={officerId}
            none={say('Chọn người', 'Choose')}
            required
            options={officers.map(({ personId, name }) => [personId, name ?? personId] as const)}
            onChange={setOfficerId}
          />
          <button className="main" disabled={busy}>
            {busy ? say('Đang gửi…', 'Sending…') : say('Phân công', 'Assign')}
          </button>
        </>
      )}
      <span role="status">
        {assigned > 0 &&
          `✓ ${say(`Đã phân công ${formatNumber(assigned)} hồ sơ.`, `${formatNumber(assigned)} assigned.`)} `}
        {refused.length > 0 && `▲ ${say('Chưa phân công được', 'Not assigned')}: ${refused.join('; ')}`}
      </span>
    </form>
  );
}
