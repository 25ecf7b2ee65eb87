import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import { ROLE_WORDS } from '../words';
import { say } from './language';
import { useMay, useSession } from './session';

export interface StaffMember {
  readonly personId: string;
  readonly name?: string;
  readonly roles: readonly { readonly role: string; readonly officeId: string; readonly onBehalfOf?: string }[];
}

/** Colleagues by account; nothing for people who may not know them. */
export function useStaff(): readonly StaffMember[] {
  const may = useMay();
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: () => get<{ staff: readonly StaffMember[] }>('/api/staff'),
    staleTime: 300_000,
    enabled: may('staff.read'),
  });
  return staff.data?.staff ?? [];
}

/** What people are called: the name where the reader may know it, else the role; never an account. */
export function usePeople(): {
  name: (personId: string, role?: string) => string;
  /** The name alone; undefined for people whom the reader may not know. */
  known: (personId: string) => string | undefined;
} {
  const staff = useStaff();
  const session = useSession();
  const names = new Map(staff.map(({ personId, name }) => [personId, name]));
  const known = (personId: string): string | undefined =>
    names.get(personId) ?? (personId === session.data?.personId ? session.data.name : undefined);
  return {
    known,
    name: (personId, role) =>
      known(personId) ?? (role === undefined ? undefined : ROLE_WORDS[role]) ?? say('Người thực hiện', 'Staff'),
  };
}
