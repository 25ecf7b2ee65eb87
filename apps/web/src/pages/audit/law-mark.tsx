import { useState } from 'react';
import { inLanguage, say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { EVIDENCE_WORDS } from '../../words';

const MEANINGS: Readonly<Record<string, string>> = inLanguage({
  verified: ['Điều này đã được đọc trong chính văn bản.', 'This article was read in the text of the law itself.'],
  secondary: [
    'Điều này lấy từ nguồn thứ cấp, chưa đối chiếu với chính văn bản.',
    'This article is taken from a secondary source, not compared with the text of the law.',
  ],
  to_confirm: [
    'Chưa có quy tắc nào trong Bộ quy tắc xác nhận điều này; cần đối chiếu với văn bản.',
    'No rule of the rulebook confirms this article; it must be compared with the text.',
  ],
});

interface LawMarkProps {
  readonly article: string;
  readonly evidence: string;
  readonly onFilter: () => void;
}

/** An article with how sure the house is of it; opened: what the mark means, and every event under the same article. */
export function LawMark({ article, evidence, onFilter }: LawMarkProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button className="link law" aria-expanded={open} onClick={() => setOpen(!open)}>
        <LawRef article={article} /> {EVIDENCE_WORDS[evidence] ?? evidence}
      </button>
      {open && (
        <div className="panel">
          <p>{MEANINGS[evidence] ?? evidence}</p>
          <p className="row">
            <span className="code">{article}</span>
            <button onClick={onFilter}>{say('Chỉ xem sự kiện theo điều này', 'Only events under this article')}</button>
          </p>
        </div>
      )}
    </>
  );
}
