import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem, post } from '../../api/client';
import type { WorkLine } from './types';

/** “Nhận xử lý” from a row: taken, and the case opens. Pressed twice it is one command. */
export function useTakeCase(): { take: (row: WorkLine) => void; error: unknown; taking: string | undefined } {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const run = useMutation({
    mutationFn: (row: WorkLine) => post(`/api/dossiers/${row.id}/claims`, {}, { key, revision: row.revision }),
    onSuccess: async ({ id }) => {
      setKey(crypto.randomUUID());
      void client.invalidateQueries({ queryKey: ['queue'] });
      await navigate({ to: '/cases/$id', params: { id } });
    },
    onError: (error) => {
      if (error instanceof Problem) {
        setKey(crypto.randomUUID());
        void client.invalidateQueries({ queryKey: ['queue'] });
      }
    },
  });
  return { take: run.mutate, error: run.error, taking: run.isPending ? run.variables.id : undefined };
}
