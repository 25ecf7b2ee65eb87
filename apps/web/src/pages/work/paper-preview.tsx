import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { fetchFile } from './fetch-file';
import { PdfView } from './pdf-view';

interface PaperPreviewProps {
  readonly id: string;
  readonly revision: number;
  /** What is about to be done, as the preview takes it. */
  readonly draft: { readonly kind: 'correctionNotice' | 'refusal' | 'certificate' } & Readonly<Record<string, unknown>>;
  readonly title: string;
  /** The same in words, for those who do not see the drawing. */
  readonly children: ReactNode;
}

/** The very paper before it goes out: drawn from the file the press would issue, with its content in words beside it. */
export function PaperPreview({ id, revision, draft, title, children }: PaperPreviewProps) {
  const file = useQuery({
    queryKey: ['preview', id, revision, draft],
    queryFn: () => fetchFile(`/api/dossiers/${id}/paper-previews`, draft),
    staleTime: 60_000,
    retry: false,
  });
  return (
    <section className="viewer" aria-labelledby="paper-heading">
      <h2 id="paper-heading">{title}</h2>
      <p className="muted">{say('BẢN XEM TRƯỚC: chưa ghi nhận gì.', 'PREVIEW: nothing is recorded yet.')}</p>
      {file.data && <PdfView file={file.data} name={title} />}
      {file.error && <ProblemAlert error={file.error} onRetry={() => void file.refetch()} />}
      <details open={file.data === undefined}>
        <summary>{say('Nội dung bằng chữ', 'Content in words')}</summary>
        {children}
      </details>
    </section>
  );
}
