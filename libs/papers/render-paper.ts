import { notFound } from '@hoptac/kernel';
import type { FactsByKind, PaperKind, PaperMarks } from './paper.types';
import { TEMPLATES } from './templates';
import { Sheet } from './typesetting/sheet';

const DEMO = 'DỮ LIỆU MINH HỌA';
const PREVIEW = 'BẢN XEM TRƯỚC';

/** Version under which papers of the kind are issued now. */
export const currentTemplateVersion = (kind: PaperKind): number => TEMPLATES[kind].length;

/** Name of a kind of paper. */
export const paperTitle = (kind: PaperKind): string => TEMPLATES[kind][0]?.title ?? kind;

/**
 * A paper as a PDF file. The same facts, marks and version give the same bytes on any day and machine.
 * @param version of the template, from 1; an old one stays callable for ever.
 * @throws DomainError `PAPERS.TEMPLATE_UNKNOWN` (not-found) for a version that never was.
 */
export async function renderPaper<K extends PaperKind>(
  kind: K,
  version: number,
  facts: FactsByKind[K],
  marks: PaperMarks,
): Promise<Buffer> {
  const template = TEMPLATES[kind][version - 1];
  if (template === undefined)
    throw notFound('PAPERS.TEMPLATE_UNKNOWN', `There is no version ${String(version)} of ${kind}`, { kind, version });
  const sheet = new Sheet({
    size: template.size,
    title: `${template.title} ${facts.number}`,
    subject: facts.number,
    createdAt: new Date(facts.at),
    watermarks: [...(marks.preview ? [PREVIEW] : []), ...(marks.demo ? [DEMO] : [])],
  });
  template.set(sheet, facts);
  return sheet.end();
}
