import { useAreas, areaWords } from '../shared/area-name';
import { inLanguage, say } from '../shared/language';
import { KIND_WORDS, LEGAL_STATUS_WORDS } from '../words';

export interface RegisterSearch {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly legalStatus?: string | undefined;
  readonly area?: string | undefined;
  readonly sector?: string | undefined;
  readonly line?: string | undefined;
  readonly capitalFrom?: string | undefined;
  readonly capitalTo?: string | undefined;
  readonly registeredFrom?: string | undefined;
  readonly registeredTo?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Sectors as registers that were taken over name them. */
export const SECTOR_WORDS: Readonly<Record<string, string>> = inLanguage({
  agriculture: ['Nông nghiệp', 'Agriculture'],
  fishery: ['Thủy sản', 'Fishery'],
  trade: ['Thương mại, dịch vụ', 'Trade and services'],
  transport: ['Giao thông vận tải', 'Transport'],
  construction: ['Xây dựng', 'Construction'],
  industry: ['Công nghiệp, tiểu thủ công nghiệp', 'Industry and crafts'],
  credit: ['Quỹ tín dụng nhân dân', 'People’s credit fund'],
  environment: ['Môi trường', 'Environment'],
});

interface FiltersProps {
  readonly search: RegisterSearch;
  readonly onChange: (change: RegisterSearch) => void;
}

/** Filters of the register; every one stands in the address. Areas that are no more can be asked for by their code. */
export function RegisterFilters({ search, onChange }: FiltersProps) {
  const areas = useAreas();
  const choose = (
    field: 'kind' | 'legalStatus' | 'sector',
    words: string,
    values: Readonly<Record<string, string>>,
  ) => (
    <div className="field">
      <label htmlFor={field}>{words}</label>
      <select id={field} value={search[field] ?? ''} onChange={(event) => onChange({ [field]: event.target.value })}>
        <option value="">{say('Tất cả', 'All')}</option>
        {Object.entries(values).map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  const type = (
    field: keyof RegisterSearch,
    words: string,
    kind: 'text' | 'date' | 'number' = 'text',
    hint?: string,
  ) => (
    <div className="field">
      <label htmlFor={field}>{words}</label>
      <input
        id={field}
        type={kind}
        min={kind === 'number' ? 0 : undefined}
        placeholder={hint}
        list={field === 'area' ? 'areas' : undefined}
        defaultValue={search[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </div>
  );
  return (
    <>
      <div className="fields">
        {type('q', say('Tên hoặc mã số', 'Name or code'))}
        {choose('kind', say('Loại hình', 'Kind'), KIND_WORDS)}
        {choose('legalStatus', say('Tình trạng pháp lý', 'Legal status'), LEGAL_STATUS_WORDS)}
        {type('area', say('Mã địa bàn (kể cả địa bàn cũ)', 'Area code (former areas too)'))}
      </div>
      <datalist id="areas">
        {areas.data?.areas.map((area) => (
          <option key={area.code} value={area.code}>
            {areaWords(area)}
          </option>
        ))}
      </datalist>
      <details>
        <summary>{say('Thêm bộ lọc', 'More filters')}</summary>
        <div className="fields">
          {choose('sector', say('Lĩnh vực (sổ cũ)', 'Sector (old registers)'), SECTOR_WORDS)}
          {type('line', say('Mã ngành, nghề chính', 'Main business line'))}
          {type('capitalFrom', say('Vốn điều lệ từ (đồng)', 'Capital from (đồng)'), 'number')}
          {type('capitalTo', say('Vốn điều lệ đến (đồng)', 'Capital to (đồng)'), 'number')}
          {type('registeredFrom', say('Đăng ký từ ngày', 'Registered from'), 'date')}
          {type('registeredTo', say('Đăng ký đến ngày', 'Registered to'), 'date')}
        </div>
      </details>
    </>
  );
}
