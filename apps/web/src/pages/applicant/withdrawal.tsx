import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Problem, get, post } from '../../api/client';
import type { CaseView } from '../../api/types';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { useUnsaved } from '../../shared/use-unsaved';

/** Withdrawal: what follows from it, a reason, one button that says what it does. */
export function WithdrawalPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const letGo = useUnsaved(reason !== '');
  usePageTitle(say('Dừng thực hiện thủ tục', 'Withdrawal'));
  const dossier = useQuery({ queryKey: ['case', id], queryFn: () => get<CaseView>(`/api/dossiers/${id}`) });
  const send = useMutation({
    mutationFn: () =>
      post(`/api/dossiers/${id}/withdrawal-requests`, { reason }, { key, revision: dossier.data?.revision ?? 0 }),
    onSuccess: () => {
      letGo();
      return navigate({ to: '/ho-so-cua-toi/$id', params: { id } });
    },
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  if (dossier.error) return <ProblemAlert page error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return <Loading />;
  const back = (
    <Link className="button" to="/ho-so-cua-toi/$id" params={{ id }}>
      {say('Quay lại hồ sơ', 'Back to the dossier')}
    </Link>
  );
  if (!dossier.data.allowedActions.includes('requestWithdrawal'))
    return (
      <>
        <h1>{say('Dừng thực hiện thủ tục', 'Withdrawal')}</h1>
        <p>{say('Hồ sơ này hiện không thể đề nghị dừng.', 'This dossier cannot be withdrawn now.')}</p>
        {back}
      </>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <h1>{say('Dừng thực hiện thủ tục', 'Withdraw the dossier')}</h1>
      <p>
        {say('Mã hồ sơ', 'Case code')}: <span className="code">{dossier.data.caseCode}</span>
      </p>
      {send.error && <ProblemAlert error={send.error} />}
      <ul>
        <li>
          {say(
            'Cơ quan đăng ký trả lời đề nghị; khi được chấp thuận, hồ sơ kết thúc và không mở lại được.',
            'The office answers the request; once it is accepted the dossier ends and cannot be opened again.',
          )}{' '}
          <span className="muted">
            (<LawRef article="D295 Art. 19.7" />)
          </span>
        </li>
        <li>
          {say(
            'Tên đang được giữ cho hồ sơ sẽ để người khác dùng.',
            'The name held for the dossier becomes free for others.',
          )}
        </li>
        <li>{say('Muốn đăng ký lại, bạn nộp hồ sơ mới.', 'To register later you file a new dossier.')}</li>
      </ul>
      <div className="field">
        <label htmlFor="reason">{say('Lý do dừng', 'Reason')}</label>
        <textarea id="reason" rows={4} required value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <p className="row">
        <button className="grave" type="submit" disabled={send.isPending}>
          {send.isPending ? say('Đang gửi…', 'Sending…') : say('Gửi đề nghị dừng thủ tục', 'Send the withdrawal')}
        </button>
        {back}
      </p>
    </form>
  );
}
