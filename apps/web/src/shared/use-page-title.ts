import { useEffect } from 'react';

/** Every page has a title of its own, for tabs, history and screen readers. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Hợp Tác`;
  }, [title]);
}
