import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { AreaList } from '../api/types';

/** Names of areas as they are today; a code of another day shows as it is. */
export function useAreaName(): (code: string) => string {
  const areas = useQuery({ queryKey: ['areas'], queryFn: () => get<AreaList>('/api/areas'), staleTime: Infinity });
  const names = new Map(areas.data?.areas.map((area) => [area.code, area.name]));
  return (code) => names.get(code) ?? code;
}
