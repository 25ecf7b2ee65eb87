import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem, get, post, type StepAnswer } from '../../api/client';
import type { ApplicationView } from './types';

interface Sending {
  readonly path: string;
  readonly body: unknown;
}

/** One press on an application: an unanswered one keeps its key, an answered one makes a new one; the page is read again behind the step. */
export function useApplicationStep({ id, revision }: Pick<ApplicationView, 'id' | 'revision'>) {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: Sending) =>
      post<StepAnswer>(`/api/support-fund/applications/${id}/${path}`, body, { key, revision }),
    onSuccess: async ({ position }) => {
      setKey(crypto.randomUUID());
      const seen = position === undefined ? '' : `?after=${position}`;
      const fresh = await get<ApplicationView>(`/api/support-fund/applications/${id}${seen}`);
      client.setQueryData(['loan-application', id], fresh);
      await client.invalidateQueries({ queryKey: ['loan-applications'] });
    },
    onError: async (error) => {
      if (!(error instanceof Problem)) return;
      setKey(crypto.randomUUID());
      // Somebody was quicker: the page shows what is now, the refusal says so.
      await client.invalidateQueries({ queryKey: ['loan-application', id] });
    },
  });
}
