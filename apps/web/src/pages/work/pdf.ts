import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

export type Pdf = PDFDocumentProxy;

/** Opens a file to be drawn. Nothing in it is run: no scripts, no forms, letters as outlines, no WebAssembly (the content policy forbids it). */
export const openPdf = async (file: ArrayBuffer): Promise<Pdf> =>
  getDocument({ data: file, disableFontFace: true, useWasm: false, enableXfa: false, verbosity: 0 }).promise;

/** Draws one page as wide as the canvas's frame. */
export async function drawPage(pdf: Pdf, number: number, canvas: HTMLCanvasElement, width: number): Promise<void> {
  const page = await pdf.getPage(number);
  const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(2, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
}
