import type { Moment } from '@hoptac/chronicle';
import { csvOf, xlsxOf, type Cell, type Sheet } from '@hoptac/exports';
import { brokenRule, type Instant } from '@hoptac/kernel';
import { bold, lawText, PaperSheet } from '@hoptac/papers';
import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Subject } from '../application/states';
import type { AuditEntry } from '../application/timeline';
import type { ExportFormat, TimelineQuery } from './audit.dto';
import { EVENT_WORDS, EVIDENCE_WORDS, ROLE_WORDS } from './event-words';

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** What the file says of itself. */
interface Made {
  readonly title: string;
  readonly subject: Subject;
  readonly moment: Moment | undefined;
  readonly by: string;
  readonly at: Instant;
  readonly filter: TimelineQuery;
}

/** A paper is set in memory; longer histories are carried away as tables. */
const MOST_ON_PAPER = 2_000;
const NOT_FILTERS: ReadonlySet<string> = new Set(['asOf', 'before', 'limit', 'format']);

const instantFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const inVietNam = (instant: Instant): string => instantFormat.format(new Date(instant));

function aboutOf({ title, subject, moment, by, at, filter }: Made): readonly (readonly [string, string])[] {
  const asked = Object.entries(filter).filter(([field, value]) => !NOT_FILTERS.has(field) && value !== undefined);
  return [
    ['Diễn biến của', title],
    ['Định danh', `${subject.kind} ${subject.id}`],
    ['Thời điểm xem', `${inVietNam(moment?.instant ?? at)} (giờ Việt Nam), ${moment?.instant ?? at}`],
    ['Vị trí trong sổ sự kiện', moment?.position.toString() ?? 'hiện tại'],
    ['Bộ lọc', asked.length === 0 ? 'không' : asked.map(([field, value]) => `${field} = ${String(value)}`).join('; ')],
    ['Người xuất', by],
    ['Lúc xuất', `${inVietNam(at)} (giờ Việt Nam)`],
  ];
}

const who = ({ by }: AuditEntry): string =>
  [
    ROLE_WORDS[by.role] ?? by.role,
    by.officeId,
    by.personId,
    by.onBehalfOf === undefined ? undefined : `thay ${by.onBehalfOf}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
const law = ({ articles }: AuditEntry): string =>
  articles.map(({ article, evidence }) => `${lawText(article)} (${EVIDENCE_WORDS[evidence]})`).join('; ');
const papers = ({ documents }: AuditEntry): string =>
  documents.map(({ kind, fileName, sha256 }) => [kind, fileName, sha256].filter(Boolean).join(' ')).join('; ');

const COLUMNS = [
  { header: 'Vị trí', width: 12 },
  { header: 'Ghi nhận lúc', width: 20 },
  { header: 'Ghi nhận lúc (UTC)', width: 26 },
  { header: 'Có hiệu lực', width: 12 },
  { header: 'Sự kiện', width: 36 },
  { header: 'Loại', width: 28 },
  { header: 'Ai, vai trò, cơ quan', width: 44 },
  { header: 'Căn cứ pháp lý', width: 48 },
  { header: 'Tài liệu (mã băm SHA-256)', width: 70 },
  { header: 'Luồng', width: 46 },
  { header: 'Số thứ tự trong luồng', width: 10 },
  { header: 'Mã sự kiện', width: 38 },
] as const;

const cellsOf = (entry: AuditEntry): readonly Cell[] => [
  entry.position,
  inVietNam(entry.occurredAt),
  entry.occurredAt,
  entry.effectiveOn ?? null,
  EVENT_WORDS[entry.type] ?? entry.type,
  entry.type,
  who(entry),
  law(entry),
  papers(entry),
  `${entry.category}-${entry.subjectId}`,
  entry.revision,
  entry.id,
];

/**
 * The facts shown, as a file: the same lines with instant, positions and hashes, of persons only our ids.
 * @throws DomainError `AUDIT.TOO_LONG_FOR_PAPER` (422) for more facts than a paper holds.
 */
export async function exportOf(
  format: ExportFormat,
  entries: AsyncIterable<AuditEntry>,
  made: Made,
): Promise<StreamableFile> {
  const name = `dien-bien-${made.subject.kind}-${made.subject.id}.${format}`.replace(/[^A-Za-z0-9._-]/g, '-');
  return new StreamableFile(await bytesOf(format, entries, made), {
    type: MEDIA_TYPES[format],
    disposition: `attachment; filename="${name}"`,
  });
}

async function bytesOf(format: ExportFormat, entries: AsyncIterable<AuditEntry>, made: Made): Promise<Readable> {
  if (format === 'json') return Readable.from(jsonOf(entries, made));
  if (format === 'pdf') return Readable.from([await paperOf(entries, made)]);
  const sheet: Sheet = { name: 'Diễn biến', columns: COLUMNS, rows: rowsOf(entries), about: aboutOf(made) };
  return format === 'csv' ? csvOf(sheet) : xlsxOf(sheet);
}

async function* rowsOf(entries: AsyncIterable<AuditEntry>): AsyncGenerator<readonly Cell[]> {
  for await (const entry of entries) yield cellsOf(entry);
}

async function* jsonOf(entries: AsyncIterable<AuditEntry>, made: Made): AsyncGenerator<string> {
  yield `{"about":${JSON.stringify(Object.fromEntries(aboutOf(made)))},"events":[`;
  let first = true;
  for await (const entry of entries) {
    yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
    first = false;
  }
  yield '\n]}\n';
}

async function paperOf(entries: AsyncIterable<AuditEntry>, made: Made): Promise<Buffer> {
  const sheet = new PaperSheet({
    size: 'A4',
    title: `Diễn biến: ${made.title}`,
    subject: `${made.subject.kind} ${made.subject.id}`,
    createdAt: new Date(made.at),
    watermarks: [],
  });
  sheet.paragraph(bold('DIỄN BIẾN'), { size: 16, align: 'center' });
  sheet.facts(aboutOf(made));
  let lines = 0;
  for await (const entry of entries) {
    if ((lines += 1) > MOST_ON_PAPER)
      throw brokenRule('AUDIT.TOO_LONG_FOR_PAPER', 'Too many facts for a paper', { most: MOST_ON_PAPER });
    factOnPaper(sheet, entry);
  }
  sheet.paragraph(`Hết. ${String(lines)} sự kiện.`, { align: 'right' });
  return sheet.end();
}

function factOnPaper(sheet: PaperSheet, entry: AuditEntry): void {
  const small = { size: 10, below: 1 };
  sheet.room(70);
  sheet.paragraph(bold(EVENT_WORDS[entry.type] ?? entry.type), { below: 1 });
  sheet.paragraph(
    `Ghi nhận ${inVietNam(entry.occurredAt)}${entry.effectiveOn === undefined ? '' : ` · Có hiệu lực ${entry.effectiveOn}`} · ${who(entry)}`,
    small,
  );
  if (entry.articles.length > 0) sheet.paragraph(`Căn cứ: ${law(entry)}`, small);
  if (entry.documents.length > 0) sheet.paragraph(`Tài liệu: ${papers(entry)}`, small);
  sheet.paragraph(
    `Vị trí ${entry.position} · ${entry.category}-${entry.subjectId} số ${String(entry.revision)} · ${entry.type} · ${entry.id}`,
    { size: 9, below: 8 },
  );
}
