import { say } from '../shared/language';
import { useTellOthers } from '../shared/session-again';
import { usePageTitle } from '../shared/use-page-title';

/** The tab in which somebody signed in again for another one that holds what they were typing. */
export function SignedInAgainView() {
  const title = say('Đã đăng nhập lại', 'Signed in again');
  usePageTitle(title);
  useTellOthers();
  return (
    <>
      <h1>{title}</h1>
      <p>{say('Hãy đóng thẻ này và trở lại việc đang làm.', 'Close this tab and go back to your work.')}</p>
      <p>
        <button className="main" onClick={() => window.close()}>
          {say('Đóng thẻ này', 'Close this tab')}
        </button>
      </p>
    </>
  );
}
