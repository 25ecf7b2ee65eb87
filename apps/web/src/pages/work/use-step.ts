import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem, post, type StepAnswer } from '../../api/client';

interface Sending {
  readonly path: string;
  readonly body: unknown;
  readonly revision: number;
  /** What was done, for the line that says so. */
  readonly words: string;
}

/** One press, one command: a press that got no answer keeps its key, one that was answered makes a new one. */
export function useStep(id: string, onDone: (words: string, answer: StepAnswer) => Promise<void>) {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: ({ path, body, revision }: Sending) => post(`/api/dossiers/${id}/${path}`, body, { key, revision }),
    onSuccess: async (answer, { words }) => {
      setKey(crypto.randomUUID());
      await onDone(words, answer);
    },
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
}
