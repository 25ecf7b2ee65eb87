import type { DocumentName, DocumentRule } from '../rulebook.types';
import { per, R2_TO_R3, R4, SINCE_R2 } from './periods.data';

/** Kinds of papers that procedures may ask for. */
export const DOCUMENT_KINDS: Readonly<Record<string, DocumentName>> = {
  registrationRequest: { nameVi: 'Giấy đề nghị đăng ký', nameEn: 'Request for registration' },
  charter: { nameVi: 'Điều lệ', nameEn: 'Charter' },
  conferenceResolution: { nameVi: 'Nghị quyết hội nghị thành lập', nameEn: "Resolution of the founders' conference" },
  memberList: {
    nameVi: 'Danh sách thành viên chính thức, thành viên liên kết góp vốn',
    nameEn: 'List of official and capital-contributing members',
  },
  legalRepresentativeList: {
    nameVi: 'Danh sách, số định danh cá nhân của người đại diện theo pháp luật',
    nameEn: 'List and identity numbers of the legal representatives',
  },
  foreignInvestorCertificate: {
    nameVi: 'Giấy chứng nhận đăng ký đầu tư của nhà đầu tư cá nhân nước ngoài',
    nameEn: 'Investment certificate of each individual foreign investor',
  },
  projectInvestmentCertificate: {
    nameVi: 'Giấy chứng nhận đăng ký đầu tư của dự án',
    nameEn: 'Investment certificate of the project',
  },
  marketAccessCommitment: {
    nameVi: 'Cam kết đáp ứng điều kiện tiếp cận thị trường của nhà đầu tư nước ngoài',
    nameEn: 'Commitment to the market-access conditions of foreign investors',
  },
};

const always: DocumentRule['requiredWhen'] = [];
const foreignParticipation = { fact: 'foreignParticipation', is: true } as const;
const certificateLater = { fact: 'foundedBeforeInvestmentCertificate', is: true } as const;

/** Papers of the founding dossier (L23 Art. 42.2). */
export const FOUNDING_DOCUMENTS: readonly DocumentRule[] = [
  { kind: 'registrationRequest', requiredWhen: always, ...per('L23 Art. 42.2.a', SINCE_R2) },
  { kind: 'charter', requiredWhen: always, ...per('L23 Art. 42.2.b', SINCE_R2) },
  { kind: 'conferenceResolution', requiredWhen: always, ...per('L23 Art. 42.2.c', SINCE_R2) },
  { kind: 'memberList', requiredWhen: always, ...per('L23 Art. 42.2.d', SINCE_R2) },
  { kind: 'legalRepresentativeList', requiredWhen: always, ...per('L23 Art. 42.2.đ', SINCE_R2) },
  {
    kind: 'foreignInvestorCertificate',
    requiredWhen: [{ fact: 'foreignIndividualInvestor', is: true }],
    ...per('L23 Art. 42.2.e; L23 Art. 30.1.b', SINCE_R2),
  },
  {
    kind: 'projectInvestmentCertificate',
    requiredWhen: [foreignParticipation],
    ...per('L23 Art. 42.2.g', R2_TO_R3),
  },
  {
    kind: 'projectInvestmentCertificate',
    requiredWhen: [foreignParticipation, { ...certificateLater, is: false }],
    ...per('L23 Art. 42.2.g; D295 Art. 33', R4),
  },
  {
    kind: 'marketAccessCommitment',
    requiredWhen: [foreignParticipation, certificateLater],
    ...per('D295 Art. 33', R4),
  },
];
