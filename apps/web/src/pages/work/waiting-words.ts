import { inLanguage } from '../../shared/language';

/** Whose turn it is, by the server's word. */
export const WAITING_WORDS: Readonly<Record<string, string>> = inLanguage({
  officer: ['chuyên viên', 'the officer'],
  head: ['lãnh đạo', 'the head of office'],
  applicant: ['người nộp hồ sơ', 'the applicant'],
  taxAuthority: ['cơ quan thuế', 'the tax authority'],
  registry: ['sổ đăng ký', 'the register'],
  clerk: ['trả kết quả', 'the hand-over'],
});
