import { say } from '../../../shared/language';
import type { SectionFindings } from './draft-types';

/** The ten parts of the form: the server's name, the word in the address, the title. */
export const SECTIONS = [
  { name: 'name', slug: 'ten', title: say('Loại hình và tên', 'Kind and name') },
  { name: 'headOffice', slug: 'tru-so', title: say('Trụ sở chính', 'Head office') },
  { name: 'businessLines', slug: 'nganh-nghe', title: say('Ngành, nghề kinh doanh', 'Business lines') },
  { name: 'members', slug: 'thanh-vien', title: say('Thành viên và vốn', 'Members and capital') },
  {
    name: 'representative',
    slug: 'nguoi-dai-dien',
    title: say('Người đại diện theo pháp luật', 'Legal representative'),
  },
  {
    name: 'governance',
    slug: 'to-chuc-quan-tri',
    title: say('Hội nghị và tổ chức quản trị', 'Conference and governance'),
  },
  { name: 'tax', slug: 'thue', title: say('Thông tin đăng ký thuế', 'Tax registration') },
  { name: 'owners', slug: 'chu-so-huu', title: say('Chủ sở hữu hưởng lợi', 'Beneficial owners') },
  { name: 'documents', slug: 'tai-lieu', title: say('Tài liệu', 'Papers') },
  { name: 'delivery', slug: 'nhan-ket-qua', title: say('Nhận kết quả', 'Receiving the result') },
] as const;

export type SectionName = (typeof SECTIONS)[number]['name'];

export const STATE_WORDS: Readonly<Record<SectionFindings['state'], readonly [icon: string, words: string]>> = {
  empty: ['○', say('Chưa khai', 'Not begun')],
  started: ['◐', say('Đang khai', 'Begun')],
  done: ['✓', say('Đã xong', 'Done')],
  wrong: ['▲', say('Có lỗi', 'Needs mending')],
};
