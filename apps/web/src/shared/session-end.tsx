import { useEffect, useRef, useState } from 'react';
import { say } from './language';
import { useSession } from './session';
import { CHANNEL, SIGN_IN_AGAIN } from './session-again';

/** Said so long before the end, in milliseconds. */
const WARNED_MS = 5 * 60_000;
/** Says it before the session ends, and goes away by itself once there is a new one. */
export function SessionEnd() {
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [stage, setStage] = useState<'running' | 'ending' | 'over'>('running');
  const { data, dataUpdatedAt, refetch } = session;
  const endsInS = data?.endsInS;
  useEffect(() => {
    if (endsInS === undefined) return undefined;
    const left = dataUpdatedAt + endsInS * 1_000 - Date.now();
    setStage(left <= 0 ? 'over' : left <= WARNED_MS ? 'ending' : 'running');
    const warning = setTimeout(() => setStage('ending'), Math.max(0, left - WARNED_MS));
    const end = setTimeout(() => setStage('over'), Math.max(0, left));
    return () => {
      clearTimeout(warning);
      clearTimeout(end);
    };
  }, [endsInS, dataUpdatedAt]);
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => void refetch();
    return () => channel.close();
  }, [refetch]);
  useEffect(() => {
    if (stage === 'running') dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [stage]);
  return (
    <dialog ref={dialog} aria-labelledby="session-end">
      <h2 id="session-end">
        {stage === 'over'
          ? say('Phiên làm việc đã hết', 'The session has ended')
          : say('Phiên làm việc sắp hết', 'The session is about to end')}
      </h2>
      <p>
        {say(
          'Nội dung đang nhập ở trang này vẫn giữ nguyên. Đăng nhập lại ở thẻ mới rồi trở lại đây làm tiếp.',
          'What you have typed on this page stays. Sign in again in a new tab, then come back and go on.',
        )}
      </p>
      <p className="row">
        <a className="button main" href={SIGN_IN_AGAIN} target="_blank" rel="noopener">
          {say('Tiếp tục làm việc', 'Go on working')}
        </a>
        <button type="button" onClick={() => dialog.current?.close()}>
          {say('Để sau', 'Later')}
        </button>
      </p>
    </dialog>
  );
}
