/**
 * `node test/support/read-paper.mjs < paper.pdf`: what a reader of the file finds, as JSON: pages, title, language, text, and what the QR codes of the first
 * page say. A process of its own, for the renderer is an ES module with native drawing.
 */
import jsqr from 'jsqr';
import { createRequire } from 'node:module';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const require = createRequire(import.meta.url);
const { createCanvas } = createRequire(require.resolve('pdfjs-dist/package.json'))('@napi-rs/canvas');
/** Enough points per module for any code on a paper. */
const SCALE = 3;

const data = new Uint8Array(await buffer(process.stdin));
const document = await getDocument({ data, verbosity: 0 }).promise;
const { info } = await document.getMetadata();
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const { items } = await (await document.getPage(number)).getTextContent();
  pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
}
const first = await document.getPage(1);
const viewport = first.getViewport({ scale: SCALE });
const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
const context = canvas.getContext('2d');
await first.render({ canvasContext: context, viewport, canvas }).promise;
const image = context.getImageData(0, 0, canvas.width, canvas.height);
const code = jsqr(image.data, image.width, image.height);
process.stdout.write(
  JSON.stringify({
    pages: pages.length,
    title: info.Title,
    language: info.Language,
    text: pages.join('\n'),
    code: code?.data,
  }),
);
