import './work.css';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { Problem, post, upload } from '../../api/client';
import type { FiledAnswer, StoredDocument } from '../../api/types';
import { areaWords, useAreas } from '../../shared/area-name';
import { DateField } from '../../shared/date-field';
import { FileField, SelectField, TextField } from '../../shared/fields';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { ProblemAlert } from '../../shared/problem-alert';
import { useSession } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { useUnsaved } from '../../shared/use-unsaved';
import { ReceiveMember } from './receive-member';
import { REQUIRED, applicationOf, emptyMember, emptyPaper, placeOf, type ReceivedPaper } from './receive-form';

/** Tiếp nhận hồ sơ giấy: what lies on the counter, typed in and scanned; received only when every paper of the legal list is there (D295 Art. 19.2). */
export function ReceivePageView() {
  usePageTitle(say('Tiếp nhận hồ sơ giấy', 'Receive paper'));
  const [paper, setPaper] = useState<ReceivedPaper>(emptyPaper);
  const untouched = useRef(paper);
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({});
  const [key, setKey] = useState(() => crypto.randomUUID());
  const session = useSession();
  const roles = (session.data?.roles ?? []) as readonly { readonly role: string; readonly officeId?: string }[];
  const officeId = roles.find(({ role }) => role === 'clerk')?.officeId;
  const areas = useAreas();
  const communes = (areas.data?.areas ?? []).filter(({ kind }) => ['commune', 'ward', 'specialZone'].includes(kind));
  const change = (part: Partial<ReceivedPaper>): void => setPaper((before) => ({ ...before, ...part }));
  const receive = useMutation({
    mutationFn: async (): Promise<FiledAnswer> => {
      const documents = [];
      for (const [kind] of REQUIRED) {
        const chosen = files[kind];
        if (chosen === undefined) continue;
        const { sha256 } = await upload<StoredDocument>('/api/documents', chosen, `${key}-${kind}`.slice(0, 64));
        documents.push({ kind, sha256, fileName: chosen.name });
      }
      const received = paper.receivedOn === '' ? {} : { receivedOn: paper.receivedOn };
      const body = { channel: paper.channel, application: applicationOf(paper, officeId), documents, ...received };
      return post<FiledAnswer>('/api/dossiers', body, { key });
    },
    // Answered with a refusal: mending and sending again is another receipt. Unanswered: the same one.
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  useUnsaved(paper !== untouched.current && receive.data === undefined);
  const fieldOf = (pointer: string) => placeOf(pointer, paper);
  const wrong = (id: string): string | undefined =>
    receive.error instanceof Problem
      ? receive.error.errors.find(({ pointer }) => fieldOf(pointer)?.id === id)?.detail
      : undefined;
  const missing = REQUIRED.filter(([kind]) => files[kind] === undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    receive.mutate();
  };
  if (receive.data) {
    return (
      <div className="done" role="status">
        <h1>{say('Đã tiếp nhận', 'Received')}</h1>
        <p>
          {say('Mã hồ sơ', 'Case code')}: <strong className="code">{receive.data.caseCode}</strong>
        </p>
        <p className="row">
          <Link className="button main" to="/cases/$id" params={{ id: receive.data.id }}>
            {say('Mở hồ sơ và in giấy hẹn', 'Open the case and print the receipt')}
          </Link>
          <button
            type="button"
            onClick={() => {
              untouched.current = emptyPaper();
              setPaper(untouched.current);
              setFiles({});
              setKey(crypto.randomUUID());
              receive.reset();
            }}
          >
            {say('Tiếp nhận hồ sơ khác', 'Receive another')}
          </button>
        </p>
      </div>
    );
  }
  const text = (
    field: keyof ReceivedPaper & string,
    words: string,
    hint?: string,
    numeric = false,
    optional = false,
  ) => (
    <TextField
      id={field}
      words={words}
      {...(hint === undefined ? {} : { hint })}
      value={paper[field] as string}
      onChange={(value) => change({ [field]: value })}
      inputMode={numeric ? 'numeric' : undefined}
      optional={optional}
      wrong={wrong(field)}
    />
  );
  return (
    <form onSubmit={submit}>
      <h1>{say('Tiếp nhận hồ sơ giấy', 'Receive paper')}</h1>
      <p className="muted">
        {say('Đăng ký thành lập hợp tác xã, liên hiệp hợp tác xã', 'Founding registration')} (
        <LawRef article="D295 Art. 19" />)
      </p>
      {receive.error && <ProblemAlert error={receive.error} fieldOf={fieldOf} />}
      <div className="fields">
        <SelectField
          id="channel"
          words={say('Cách nộp', 'Handed in')}
          value={paper.channel}
          options={[
            ['office', say('Tại Bộ phận một cửa', 'At the one-stop desk')],
            ['post', say('Qua bưu chính', 'By post')],
          ]}
          onChange={(channel) => channel !== '' && change({ channel })}
        />
        <DateField
          id="receivedOn"
          words={say('Ngày hồ sơ đến cơ quan, nếu không phải hôm nay', 'Reached the office on, when not today')}
          value={paper.receivedOn}
          onChange={(receivedOn) => change({ receivedOn })}
          optional
          wrong={wrong('receivedOn')}
        />
        <SelectField
          id="kind"
          words={say('Loại hình', 'Kind')}
          value={paper.kind}
          options={[
            ['cooperative', say('Hợp tác xã', 'Cooperative')],
            ['cooperativeUnion', say('Liên hiệp hợp tác xã', 'Union of cooperatives')],
          ]}
          onChange={(kind) => kind !== '' && change({ kind })}
        />
        {text('ownName', say('Tên riêng', 'Own name'), say('Phần sau chữ «Hợp tác xã»', 'After “Hợp tác xã”'))}
        <SelectField
          id="areaCode"
          words={say('Xã, phường, đặc khu', 'Commune')}
          value={paper.areaCode}
          none={say('Chọn…', 'Choose…')}
          required
          options={communes.map((area) => [area.code, areaWords(area)] as const)}
          onChange={(areaCode) => change({ areaCode })}
          wrong={wrong('areaCode')}
        />
        {text('line', say('Thôn, ấp, số nhà, đường', 'Street'))}
        {text('phone', say('Điện thoại', 'Telephone'), undefined, true)}
        {text('email', say('Thư điện tử', 'E-mail'), undefined, false, true)}
        {text('businessLine', say('Mã ngành chính', 'Main line'), say('Bốn chữ số', 'Four digits'), true)}
        {text('charterCapital', say('Vốn điều lệ (đồng)', 'Charter capital (đồng)'), undefined, true)}
        <SelectField
          id="governance"
          words={say('Tổ chức quản trị', 'Governance')}
          value={paper.governance}
          options={[
            ['full', say('Đầy đủ', 'Full')],
            ['simplified', say('Rút gọn', 'Simplified')],
          ]}
          onChange={(governance) => governance !== '' && change({ governance })}
        />
        <DateField
          id="conferenceOn"
          words={say('Ngày hội nghị thành lập', 'Founders’ conference on')}
          required
          value={paper.conferenceOn}
          onChange={(conferenceOn) => change({ conferenceOn })}
          wrong={wrong('conferenceOn')}
        />
        {text('foundersInvited', say('Số người được mời', 'Founders invited'), undefined, true)}
        {text('foundersAttended', say('Số người dự', 'Founders attended'), undefined, true)}
        {text('votesForCharter', say('Số phiếu thông qua Điều lệ', 'Votes for the charter'), undefined, true)}
      </div>
      <h2>{say('Thành viên chính thức', 'Official members')}</h2>
      {paper.members.map((member, index) => (
        <ReceiveMember
          key={member.key}
          number={index + 1}
          member={member}
          ofUnion={paper.kind === 'cooperativeUnion'}
          wrong={wrong}
          onChange={(changed) =>
            change({
              members: paper.members.map((other, at) =>
                at === index ? changed : changed.legalRepresentative ? { ...other, legalRepresentative: false } : other,
              ),
            })
          }
        />
      ))}
      <button type="button" onClick={() => change({ members: [...paper.members, emptyMember()] })}>
        {say('Thêm thành viên', 'Add a member')}
      </button>
      <h2>{say('Thành phần hồ sơ', 'Papers')}</h2>
      <div className="fields">
        {REQUIRED.map(([kind, words]) => (
          <FileField
            key={kind}
            id={kind}
            words={words}
            onChoose={(chosen) => setFiles((before) => ({ ...before, [kind]: chosen }))}
          />
        ))}
      </div>
      <p role="status" className={missing.length === 0 ? 'recorded' : 'panel'}>
        {missing.length === 0
          ? say(
              'Đủ thành phần hồ sơ theo khoản 2 Điều 42 Luật Hợp tác xã 2023.',
              'Every paper of L23 Art. 42.2 is there.',
            )
          : say(
              `Còn thiếu ${formatNumber(missing.length)}: ${missing.map(([, words]) => words).join(', ')}.`,
              `${formatNumber(missing.length)} missing: ${missing.map(([, words]) => words).join(', ')}.`,
            )}
      </p>
      <button className="main" type="submit" disabled={receive.isPending}>
        {receive.isPending
          ? say('Đang ghi…', 'Recording…')
          : say('Tiếp nhận và in giấy hẹn', 'Receive and print the receipt')}
      </button>
    </form>
  );
}
