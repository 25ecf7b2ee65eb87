import { useEffect, useRef, useState } from 'react';
import { say } from '../../shared/language';
import type { Pdf } from './pdf';

type Loaded = { readonly pdf: Pdf; readonly draw: typeof import('./pdf').drawPage };

/** Pages of a PDF drawn in the page; the drawing itself is loaded when it is first needed. */
export function PdfView({ file, name }: { file: ArrayBuffer; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [loaded, setLoaded] = useState<Loaded>();
  const [failed, setFailed] = useState(false);
  const [page, setPage] = useState(1);
  useEffect(() => {
    let over = false;
    let opened: Pdf | undefined;
    setFailed(false);
    setPage(1);
    void (async () => {
      try {
        const { openPdf, drawPage } = await import('./pdf');
        // The reader takes the bytes over; the query's copy must stay whole.
        opened = await openPdf(file.slice(0));
        if (over) void opened.cleanup();
        else setLoaded({ pdf: opened, draw: drawPage });
      } catch {
        if (!over) setFailed(true);
      }
    })();
    return () => {
      over = true;
      setLoaded(undefined);
      void opened?.loadingTask.destroy();
    };
  }, [file]);
  useEffect(() => {
    const sheet = canvas.current;
    if (loaded === undefined || sheet === null) return;
    const width = sheet.parentElement?.clientWidth ?? 600;
    // Two pages may not be drawn on one canvas at once: the one asked for last is drawn when the one before is done.
    let over = false;
    const drawing = loaded.draw(loaded.pdf, page, sheet, width).catch(() => {
      if (!over) setFailed(true);
    });
    return () => {
      over = true;
      void drawing;
    };
  }, [loaded, page]);
  const pages = loaded?.pdf.numPages ?? 1;
  if (failed)
    return (
      <p className="problem" role="alert">
        {say('Không vẽ được tệp này. Hãy tải tệp về để xem.', 'This file cannot be drawn. Please download it.')}
      </p>
    );
  return (
    <>
      <div className="bar" role="group" aria-label={say('Trang', 'Pages')}>
        <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          ‹ {say('Trang trước', 'Previous page')}
        </button>
        <span role="status">
          {loaded === undefined
            ? say('Đang mở…', 'Opening…')
            : say(`Trang ${String(page)}/${String(pages)}`, `Page ${String(page)} of ${String(pages)}`)}
        </span>
        <button type="button" disabled={page >= pages} onClick={() => setPage(page + 1)}>
          {say('Trang sau', 'Next page')} ›
        </button>
      </div>
      <div className="sheet" tabIndex={0} role="group" aria-label={name}>
        <canvas
          key={page}
          ref={canvas}
          role="img"
          aria-label={say(`${name}, trang ${String(page)}`, `${name}, page ${String(page)}`)}
        />
      </div>
    </>
  );
}
