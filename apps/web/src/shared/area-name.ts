import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { AreaList } from '../api/types';

/** Kinds of areas; the words of their names stay Vietnamese, as on every paper. */
const KINDS: Readonly<Record<string, string>> = {
  province: 'tỉnh',
  district: 'huyện',
  city: 'thành phố',
  town: 'thị xã',
  commune: 'xã',
  ward: 'phường',
  townlet: 'thị trấn',
  specialZone: 'đặc khu',
};

const COMMUNES = ['commune', 'ward', 'specialZone'];

export const areaWords = ({ kind, name }: { kind: string; name: string }): string => `${KINDS[kind] ?? ''} ${name}`;

/** Areas as they stand today, or stood on a day, `YYYY-MM-DD`. */
export const useAreas = (on?: string) =>
  useQuery({
    queryKey: on === undefined ? ['areas'] : ['areas', on],
    queryFn: () => get<AreaList>(on === undefined ? '/api/areas' : `/api/areas?on=${on}`),
    staleTime: Infinity,
  });

/** Names of areas and offices as they are today; a code of another day shows as it is. */
export function useNames(): {
  area: (code: string) => string;
  office: (officeId: string) => string;
  /** Offices of communes today: id and name. */
  offices: () => readonly (readonly [id: string, name: string])[];
  /** Offices of the province. */
  provinces: () => readonly (readonly [id: string, name: string])[];
} {
  const areas = useAreas();
  const byCode = new Map(areas.data?.areas.map((area) => [area.code, areaWords(area)]));
  const byOffice = new Map(
    areas.data?.areas.map((area) => [`office-${area.code}`, `Ủy ban nhân dân ${areaWords(area)}`]),
  );
  const officesOf = (kinds: readonly string[]) =>
    (areas.data?.areas ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ code }) => [`office-${code}`, byOffice.get(`office-${code}`) ?? code] as const);
  return {
    area: (code) => byCode.get(code) ?? code,
    office: (officeId) => byOffice.get(officeId) ?? officeId,
    offices: () => officesOf(COMMUNES),
    provinces: () => officesOf(['province']),
  };
}
