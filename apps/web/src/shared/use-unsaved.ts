import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { say } from './language';

/**
 * Asks before a page is left on which something is typed that nothing has saved: by a link, by Back, or by closing the tab.
 * The answered function lets go: what was typed has been sent.
 */
export function useUnsaved(typed: boolean): () => void {
  const sent = useRef(false);
  useBlocker({
    shouldBlockFn: () =>
      typed &&
      !sent.current &&
      !window.confirm(
        say(
          'Nội dung đang nhập chưa được gửi. Rời trang và bỏ nội dung này?',
          'What you have typed is not sent. Leave and lose it?',
        ),
      ),
    enableBeforeUnload: () => typed && !sent.current,
  });
  return () => {
    sent.current = true;
  };
}
