import { useEffect, useRef, useState } from 'react';
import { say } from '../../shared/language';

type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Not while somebody types, composes a Vietnamese letter, or holds a modifier. */
function isFree(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !(target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]'));
}

/** Single keys of a page; nothing that cannot be undone hangs on one. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = isFree(event) ? latest.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Moves the focus to the next or previous element that matches. */
export function moveFocus(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  if (all.length === 0) return;
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  const link = next?.matches('a, button') ? next : next?.querySelector<HTMLElement>('a, button');
  link?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The list of keys, opened by `?` or by its button. */
export function KeyList({ keys }: { keys: readonly (readonly [key: string, words: string])[] }) {
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(!open) });
  return (
    <details className="keys" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('Phím tắt', 'Keys')}</summary>
      <dl className="facts">
        {[...keys, ['?', say('danh sách này', 'this list')] as const].map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
