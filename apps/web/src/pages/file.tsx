import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Problem, post, upload } from '../api/client';
import type { FiledAnswer, StoredDocument } from '../api/types';
import { areaWords, useAreas } from '../shared/area-name';
import { FileField, TextField } from '../shared/fields';
import { LawRef } from '../shared/law-ref';
import { ProblemAlert } from '../shared/problem-alert';
import { usePageTitle } from '../shared/use-page-title';
import { FOUNDING_PAPERS, placeOf } from './filing-fields';
import { applicationOf, emptyMember, sentMembers } from './filing-form';
import type { FilingForm, MemberForm } from './filing-form';
import { MemberFields } from './member-fields';

const START: FilingForm = {
  kind: 'cooperative',
  ownName: '',
  areaCode: '',
  line: '',
  phone: '',
  businessLine: '',
  charterCapital: '',
  governance: 'simplified',
  conferenceOn: '',
  members: [emptyMember(true), emptyMember(), emptyMember(), emptyMember(), emptyMember()],
};

/** Filing a founding registration: what the law asks, nothing that the system knows. Filed once, however often it is pressed. */
export function FilePageView() {
  usePageTitle('Nộp hồ sơ đăng ký thành lập');
  const [form, setForm] = useState<FilingForm>(START);
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({});
  const [key, setKey] = useState(() => crypto.randomUUID());
  const areas = useAreas();
  const communes = (areas.data?.areas ?? []).filter(
    (area) => area.parent !== undefined && !['district', 'city', 'town'].includes(area.kind),
  );
  const change = (part: Partial<FilingForm>): void => setForm((before) => ({ ...before, ...part }));
  const changeMember = (at: number, member: MemberForm): void =>
    change({
      members: form.members.map((other, index) =>
        index === at ? member : member.legalRepresentative ? { ...other, legalRepresentative: false } : other,
      ),
    });

  const file = useMutation({
    mutationFn: async (): Promise<FiledAnswer> => {
      const documents = [];
      for (const [kind] of FOUNDING_PAPERS) {
        const chosen = files[kind];
        if (chosen === undefined) continue;
        const { sha256, size, mediaType } = await upload<StoredDocument>(
          '/api/documents',
          chosen,
          `${key}-${kind}`.slice(0, 64),
        );
        documents.push({ kind, sha256, size, mediaType, fileName: chosen.name });
      }
      return post<FiledAnswer>(
        '/api/dossiers',
        { channel: 'online', application: applicationOf(form), documents },
        { key },
      );
    },
    // Answered with a refusal: mending and sending again is another filing. Unanswered: the same one.
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  const fieldOf = (pointer: string) => placeOf(pointer, sentMembers(form));
  const wrong = (id: string): string | undefined =>
    file.error instanceof Problem
      ? file.error.errors.find(({ pointer }) => fieldOf(pointer)?.id === id)?.detail
      : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    file.mutate();
  };

  if (file.data) {
    return (
      <div className="done" role="status">
        <h1>Đã nộp hồ sơ</h1>
        <p>
          Mã hồ sơ: <strong className="code">{file.data.caseCode}</strong>
        </p>
        <p>Hồ sơ được tiếp nhận ngay; ngày đến hạn và cách tính đứng trên trang hồ sơ.</p>
        <p>Bạn có thể dừng thủ tục khi hồ sơ chưa được chấp thuận.</p>
        <Link className="button main" to="/ho-so-cua-toi/$id" params={{ id: file.data.id }}>
          Xem hồ sơ
        </Link>
      </div>
    );
  }
  return (
    <form onSubmit={submit}>
      <h1>Đăng ký thành lập hợp tác xã</h1>
      {file.error && <ProblemAlert error={file.error} fieldOf={fieldOf} />}
      <h2>Loại hình và tên</h2>
      <div className="field">
        <label htmlFor="kind">Loại hình</label>
        <select
          id="kind"
          value={form.kind}
          onChange={(event) => change({ kind: event.target.value as FilingForm['kind'] })}
        >
          <option value="cooperative">Hợp tác xã</option>
          <option value="cooperativeUnion">Liên hiệp hợp tác xã</option>
        </select>
      </div>
      <TextField
        id="ownName"
        wrong={wrong('ownName')}
        words="Tên riêng"
        hint="Phần sau chữ «Hợp tác xã»"
        value={form.ownName}
        onChange={(ownName) => change({ ownName })}
      />
      <h2>Trụ sở chính</h2>
      <div className="field">
        <label htmlFor="areaCode">Xã, phường, đặc khu</label>
        <select
          id="areaCode"
          value={form.areaCode}
          onChange={(event) => change({ areaCode: event.target.value })}
          required
        >
          <option value="">Chọn…</option>
          {communes.map((area) => (
            <option key={area.code} value={area.code}>
              {areaWords(area)}
            </option>
          ))}
        </select>
      </div>
      <TextField
        id="line"
        wrong={wrong('line')}
        words="Thôn, ấp, số nhà, đường"
        value={form.line}
        onChange={(line) => change({ line })}
      />
      <TextField
        id="phone"
        wrong={wrong('phone')}
        words="Điện thoại"
        value={form.phone}
        onChange={(phone) => change({ phone })}
        inputMode="tel"
      />
      <h2>Ngành, nghề và vốn</h2>
      <TextField
        id="businessLine"
        wrong={wrong('businessLine')}
        words="Mã ngành chính"
        hint="Bốn chữ số, ví dụ 0161"
        value={form.businessLine}
        onChange={(businessLine) => change({ businessLine })}
        inputMode="numeric"
      />
      <TextField
        id="charterCapital"
        wrong={wrong('charterCapital')}
        words="Vốn điều lệ (đồng)"
        hint="Ví dụ 200.000.000; bằng tổng vốn góp của thành viên"
        value={form.charterCapital}
        onChange={(charterCapital) => change({ charterCapital })}
        inputMode="numeric"
      />
      <div className="field">
        <label htmlFor="governance">Tổ chức quản trị</label>
        <select
          id="governance"
          value={form.governance}
          onChange={(event) => change({ governance: event.target.value as FilingForm['governance'] })}
        >
          <option value="full">Đầy đủ</option>
          <option value="simplified">Rút gọn</option>
        </select>
      </div>
      <TextField
        id="conferenceOn"
        wrong={wrong('conferenceOn')}
        words="Ngày hội nghị thành lập"
        hint="Ngày/tháng/năm, ví dụ 15/11/2026"
        value={form.conferenceOn}
        onChange={(conferenceOn) => change({ conferenceOn })}
      />
      <h2>Thành viên chính thức</h2>
      <p className="muted">
        Hợp tác xã có ít nhất 5 thành viên chính thức, liên hiệp hợp tác xã có ít nhất 3 hợp tác xã thành viên (
        <LawRef article="L23 Art. 4" />
        ). Ô nào thừa thì để trống.
      </p>
      {form.members.map((member, index) => (
        <MemberFields
          key={member.key}
          number={index + 1}
          member={member}
          onChange={(changed) => changeMember(index, changed)}
          ofUnion={form.kind === 'cooperativeUnion'}
          wrong={wrong}
        />
      ))}
      <button type="button" onClick={() => change({ members: [...form.members, emptyMember()] })}>
        Thêm thành viên
      </button>
      <h2>Tài liệu</h2>
      {FOUNDING_PAPERS.map(([kind, words]) => (
        <FileField
          key={kind}
          id={kind}
          words={words}
          hint="Tệp PDF"
          onChoose={(chosen) => setFiles((before) => ({ ...before, [kind]: chosen }))}
        />
      ))}
      <p>Khi nộp, tôi cam đoan nội dung khai là trung thực, chính xác và chịu trách nhiệm trước pháp luật.</p>
      <button className="main" type="submit" disabled={file.isPending}>
        {file.isPending ? 'Đang nộp…' : 'Nộp hồ sơ'}
      </button>
    </form>
  );
}
