import type { FactsByKind, PaperHead } from '../paper.types';

const head: PaperHead = {
  office: 'Ủy ban nhân dân phường Rạch Giá',
  place: 'Rạch Giá',
  number: 'H01.91001-261123-0007/GTN-01',
  date: '2026-11-23',
  at: '2026-11-23T02:00:00.000Z',
  form: { article: 'D295 Art. 3.8', evidence: 'to_confirm' },
  signer: { position: 'Hệ thống tiếp nhận', account: 'system:receipt' },
};
const ofCase = { caseCode: 'H01.91001-261123-0007', organisationName: 'Hợp tác xã Nông nghiệp Tân Phú' };
const due = {
  dueOn: '2026-11-26',
  amount: 3,
  unit: 'working-day',
  countedFrom: '2026-11-23',
  article: 'L23 Art. 42.4',
  toConfirm: false,
} as const;
const person = {
  fullName: 'Nguyễn Thị Thu Hường',
  identityNumber: '091180001234',
  dateOfBirth: '1980-03-12',
  nationality: 'Việt Nam',
  residence: 'Số 12 đường Nguyễn Trung Trực, phường Rạch Giá, tỉnh An Giang',
};
const address = 'Ấp Tân Phú 1, phường Rạch Giá, tỉnh An Giang';
const signer = { position: 'Lãnh đạo cơ quan đăng ký', account: 'demo-head-1' };

/** One set of facts of each kind, for specs; every letter that Vietnamese has stands in one of them. */
export const SAMPLE_FACTS: FactsByKind = {
  receipt: {
    ...head,
    ...ofCase,
    representative: person.fullName,
    address,
    phone: '0297 3812 345',
    email: 'htx@example.vn',
    procedure: 'Đăng ký thành lập hợp tác xã, liên hiệp hợp tác xã',
    channel: 'online',
    receivedAt: head.at,
    documents: [
      { name: 'Điều lệ', fileName: 'dieu-le.pdf' },
      { name: 'Nghị quyết hội nghị thành lập', fileName: 'nghi-quyet.pdf' },
    ],
    due,
    trackAddress: 'http://127.0.0.1:3000/tra-cuu/H01.91001-261123-0007',
    filing: 1,
  },
  correctionNotice: {
    ...head,
    ...ofCase,
    signer: { position: 'Chuyên viên', account: 'demo-officer-1' },
    receivedOn: '2026-11-23',
    defects: [
      { subject: 'Điều lệ', reason: 'Điều lệ thiếu chữ ký của người đại diện', article: 'L23 Art. 40' },
      { subject: 'Trụ sở chính', reason: 'Ghi rõ số nhà, ngõ, hẻm, tổ, ấp', article: 'L23 Art. 43' },
    ],
    due: {
      ...due,
      dueOn: '2027-01-22',
      amount: 60,
      unit: 'day',
      article: 'D295 Art. 19.6; D295 Art. 30.4',
      toConfirm: true,
    },
  },
  refusal: {
    ...head,
    ...ofCase,
    signer,
    receivedOn: '2026-11-23',
    ground: 'Tòa án, cơ quan thi hành án, cơ quan điều tra yêu cầu bằng văn bản không thực hiện thủ tục này',
    reason: 'Tòa án nhân dân khu vực yêu cầu tại Công văn 12/CV-TA',
    article: 'D295 Art. 32.3',
    remedies: [
      { text: 'Nộp hồ sơ mới khi lý do từ chối không còn', article: 'L23 Art. 42', evidence: 'to_confirm' },
      {
        text: 'Khiếu nại đến người đã ký thông báo từ chối',
        within: '90 ngày',
        article: 'KN11 Art. 7; KN11 Art. 9',
        evidence: 'secondary',
      },
    ],
  },
  certificate: {
    ...head,
    signer,
    number: '1700123456-01',
    kind: 'cooperative',
    code: '1700123456',
    name: ofCase.organisationName,
    foreignName: 'Tan Phu Agricultural Cooperative',
    abbreviation: 'HTX Tân Phú',
    address,
    phone: '0297 3812 345',
    email: 'htx@example.vn',
    charterCapital: 1_250_500_000,
    representative: person,
    verifyAddress: 'http://127.0.0.1:3000/xac-thuc/ECIxLMtRLv-7vx2fRYWUM1HRR7',
    token: 'ECIxLMtRLv-7vx2fRYWUM1HRR7',
  },
  withdrawalConfirmation: {
    ...head,
    ...ofCase,
    signer,
    receivedOn: '2026-11-23',
    requestedOn: '2026-11-24',
    reason: 'Các sáng lập viên chọn địa điểm khác',
  },
  apology: { ...head, ...ofCase, signer, receivedOn: '2026-11-23', what: 'decision', dueOn: '2026-11-26' },
  foundingRequest: {
    ...head,
    ...ofCase,
    kind: 'cooperative',
    foreignName: 'Tan Phu Agricultural Cooperative',
    address,
    businessLines: [
      { code: '0111', detail: 'Trồng lúa', main: true },
      { code: '4620', main: false },
    ],
    charterCapital: 1_250_500_000,
    representative: person,
    members: Array.from({ length: 7 }, (_, place) => ({
      person: { ...person, fullName: `Trần Văn Thứ ${String(place + 1)}` },
      kind: 'official' as const,
      contribution: 30_000_000,
    })),
    governance: 'full',
    conference: { heldOn: '2026-11-15', foundersInvited: 7, foundersAttended: 7, votesForCharter: 7 },
  },
};
