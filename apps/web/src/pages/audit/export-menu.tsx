import { useState } from 'react';
import { say } from '../../shared/language';

const FORMATS = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const;

/** What is shown, as a file: the same facts, with the moment, positions and hashes. */
export function ExportMenu({ base, query }: { base: string; query: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('Xuất diễn biến', 'Export')}
      </button>
      {open &&
        FORMATS.map(([format, words]) => (
          <a key={format} className="button" href={`${base}/export?format=${format}&${query}`} download>
            {words}
          </a>
        ))}
    </>
  );
}
