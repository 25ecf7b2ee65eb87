import { cleanText, invalidInput, localDateOf, searchText, type Instant } from '@hoptac/kernel';
import { Workbook, type CellValue } from 'exceljs';
import type { DraftMember } from './draft-form';

type Field = Exclude<keyof DraftMember, 'key'>;

/** Columns of the template; a header is known by its beginning, accents and case aside. */
const COLUMNS: readonly {
  readonly field: Field;
  readonly header: string;
  readonly known: readonly string[];
  readonly example: string;
}[] = [
  { field: 'fullName', header: 'Họ, chữ đệm và tên', known: ['ho', 'ten thanh vien'], example: 'Lê Thị Mẫu' },
  {
    field: 'identityNumber',
    header: 'Số định danh cá nhân',
    known: ['so dinh danh', 'so cccd', 'cccd', 'so can cuoc'],
    example: '091080010000',
  },
  { field: 'dateOfBirth', header: 'Ngày sinh', known: ['ngay sinh', 'ngay, thang, nam sinh'], example: '17/05/1980' },
  { field: 'gender', header: 'Giới tính', known: ['gioi tinh'], example: 'Nữ' },
  { field: 'nationality', header: 'Quốc tịch (mã nước)', known: ['quoc tich'], example: 'VN' },
  { field: 'residence', header: 'Nơi ở', known: ['noi o', 'dia chi', 'noi cu tru'], example: 'Ấp Tân Phú 1' },
  { field: 'memberKind', header: 'Loại thành viên', known: ['loai'], example: 'Chính thức' },
  { field: 'contribution', header: 'Vốn góp (đồng)', known: ['von gop', 'so von', 'gia tri von'], example: '40000000' },
  { field: 'organisationCode', header: 'Mã số hợp tác xã thành viên', known: ['ma so'], example: '' },
];
const HEADER_SEARCH_ROWS = 10;
const MOST_ROWS = 2_000;

/** The template as .xlsx; every column is text, so that no sheet program bends a number or a day. */
export async function memberTemplate(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Thành viên', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ header }) => ({ header, width: header.length + 4, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRow(COLUMNS.map(({ example }) => example)).font = { italic: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * Members of a list made with a sheet program, as typed there; the form's own checks say what is wrong with them. The template's example row is passed over.
 * @throws DomainError `DOSSIERS.MEMBER_LIST_UNREADABLE`, `DOSSIERS.MEMBER_LIST_WITHOUT_HEADERS`, `DOSSIERS.MEMBER_LIST_TOO_LONG`.
 */
export async function readMemberSheet(file: Uint8Array): Promise<readonly Omit<DraftMember, 'key'>[]> {
  const grid = await gridOf(file);
  const head = grid.slice(0, HEADER_SEARCH_ROWS).findIndex((row) => fieldsOf(row).filter(Boolean).length >= 2);
  if (head < 0) throw invalidInput('DOSSIERS.MEMBER_LIST_WITHOUT_HEADERS', 'No row names at least two known columns');
  const fields = fieldsOf(grid[head] ?? []);
  const rows = grid.slice(head + 1);
  if (rows.length > MOST_ROWS)
    throw invalidInput('DOSSIERS.MEMBER_LIST_TOO_LONG', 'Too many rows', { most: MOST_ROWS });
  return rows.map((row) => memberOf(row, fields)).filter((member) => isPerson(member) && !isExample(member));
}

async function gridOf(file: Uint8Array): Promise<readonly (readonly string[])[]> {
  const workbook = new Workbook();
  try {
    // exceljs declares its own Buffer type; an ArrayBuffer of the same bytes satisfies both.
    await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  } catch {
    throw invalidInput('DOSSIERS.MEMBER_LIST_UNREADABLE', 'Not a readable .xlsx file');
  }
  const grid: string[][] = [];
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  sheet?.eachRow((row) => {
    grid.push(Array.from({ length: row.cellCount }, (_, column) => cellText(row.getCell(column + 1).value)));
  });
  return grid;
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'string' || typeof value === 'number') return cleanText(String(value));
  // Sheets hold days without a zone; exceljs gives their midnight as UTC.
  if (value instanceof Date) return localDateOf(value.toISOString() as Instant);
  if ('richText' in value) return cleanText(value.richText.map(({ text }) => text).join(''));
  if ('result' in value) return cellText(value.result ?? null);
  return 'text' in value ? cleanText(value.text) : '';
}

const fieldsOf = (row: readonly string[]): readonly (Field | undefined)[] =>
  row.map((text) => {
    const header = searchText(text);
    return COLUMNS.find(({ known }) => known.some((beginning) => header.startsWith(beginning)))?.field;
  });

function memberOf(row: readonly string[], fields: readonly (Field | undefined)[]): Omit<DraftMember, 'key'> {
  const typed: Partial<Record<Field, string>> = {};
  fields.forEach((field, column) => {
    const text = row[column] ?? '';
    if (field !== undefined && text !== '') typed[field] = text;
  });
  const { gender, memberKind, nationality, identityNumber, ...rest } = typed;
  return {
    ...rest,
    ...(identityNumber === undefined ? {} : { identityNumber: withLostZeros(identityNumber) }),
    ...(nationality === undefined
      ? {}
      : { nationality: /^viet ?nam$/.test(searchText(nationality)) ? 'VN' : nationality }),
    ...(gender === undefined ? {} : { gender: genderOf(gender) }),
    ...(memberKind === undefined ? {} : { memberKind: kindOf(memberKind) }),
  };
}

/** A sheet program takes a personal number for a figure and drops the zeros before it. */
const withLostZeros = (number: string): string => (/^\d{9,11}$/.test(number) ? number.padStart(12, '0') : number);

const genderOf = (text: string): 'male' | 'female' | 'other' => {
  const word = searchText(text);
  return word === 'nam' ? 'male' : word === 'nu' ? 'female' : 'other';
};
const kindOf = (text: string): NonNullable<DraftMember['memberKind']> => {
  const word = searchText(text);
  if (!word.includes('lien ket')) return 'official';
  return word.includes('khong gop') ? 'nonContributing' : 'capitalContributing';
};

const isPerson = ({ fullName, identityNumber }: Partial<DraftMember>): boolean =>
  fullName !== undefined || identityNumber !== undefined;
const isExample = ({ fullName, identityNumber }: Partial<DraftMember>): boolean =>
  fullName === COLUMNS[0]?.example && identityNumber === COLUMNS[1]?.example;
