import { useQuery } from '@tanstack/react-query';
import type { CaseDocument } from '../../api/types';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { DOCUMENT_WORDS } from '../../words';
import { fetchFile } from './fetch-file';
import { PdfView } from './pdf-view';

interface ViewerProps {
  readonly documents: readonly CaseDocument[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** The papers of the dossier, one at a time, beside what they have to prove. What a file holds is drawn, never run. */
export function Viewer({ documents, at, onMove }: ViewerProps) {
  const document = documents[at];
  if (document === undefined)
    return <p className="empty">{say('Hồ sơ chưa có tài liệu đính kèm.', 'The dossier has no papers yet.')}</p>;
  const name = DOCUMENT_WORDS[document.kind] ?? document.kind;
  return (
    <section className="viewer" aria-labelledby="viewer-heading">
      <h2 id="viewer-heading">{say('Tài liệu', 'Papers')}</h2>
      <div className="bar" role="group" aria-label={say('Tài liệu', 'Papers')}>
        <button type="button" disabled={at === 0} onClick={() => onMove(at - 1)}>
          ‹ {say('Tài liệu trước', 'Previous paper')}
        </button>
        <strong>
          {name} {formatNumber(at + 1)}/{formatNumber(documents.length)}
        </strong>
        <button type="button" disabled={at >= documents.length - 1} onClick={() => onMove(at + 1)}>
          {say('Tài liệu sau', 'Next paper')} ›
        </button>
        <a href={`/api/documents/${document.sha256}?name=${encodeURIComponent(document.fileName)}`}>
          {say('Tải về', 'Download')}
        </a>
      </div>
      <Sheet key={document.sha256} document={document} name={name} />
    </section>
  );
}

function Sheet({ document, name }: { document: CaseDocument; name: string }) {
  const isImage = document.mediaType?.startsWith('image/') ?? false;
  const file = useQuery({
    queryKey: ['file', document.sha256],
    queryFn: () => fetchFile(`/api/documents/${document.sha256}`),
    staleTime: Infinity,
    gcTime: 60_000,
    enabled: !isImage,
  });
  if (isImage)
    return (
      <div className="sheet" tabIndex={0} role="group" aria-label={name}>
        <img src={`/api/documents/${document.sha256}`} alt={name} />
      </div>
    );
  if (file.error) return <ProblemAlert error={file.error} onRetry={() => void file.refetch()} />;
  if (!file.data) return <Loading />;
  return <PdfView file={file.data} name={name} />;
}
