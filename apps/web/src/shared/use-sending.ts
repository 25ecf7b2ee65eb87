import { useRef, useState } from 'react';
import { Problem, post, type StepAnswer } from '../api/client';

/** Told what was recorded, in words. */
export type Recorded = (what: string) => void | Promise<void>;

/**
 * Sends what a form orders. One press lands once: an unanswered press keeps its key, an answered or changed one is another press.
 * `send` answers nothing when it was refused; the refusal is then `problem`.
 */
export function useSending(onRecorded: Recorded): {
  readonly send: <T = StepAnswer>(path: string, body: unknown, what: string) => Promise<T | undefined>;
  readonly problem: unknown;
  readonly busy: boolean;
} {
  const press = useRef({ key: crypto.randomUUID(), sent: '' });
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async <T = StepAnswer>(path: string, body: unknown, what: string): Promise<T | undefined> => {
    const sent = `${path} ${JSON.stringify(body)}`;
    if (press.current.sent !== sent) press.current = { key: crypto.randomUUID(), sent };
    setBusy(true);
    try {
      const answer = await post<T>(path, body, { key: press.current.key });
      press.current.sent = '';
      setProblem(undefined);
      await onRecorded(what);
      return answer;
    } catch (error) {
      if (error instanceof Problem) press.current.sent = '';
      setProblem(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { send, problem, busy };
}
