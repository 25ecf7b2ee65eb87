import { type Markup, html } from './html';
import type { Speech } from './speech';

type Two = readonly [vi: string, en: string];
type Section = { readonly heading: Two; readonly lines: readonly Two[] };

const page = (title: Two, sections: readonly Section[], speech: Speech): Markup =>
  html`<h1>${speech.say(...title)}</h1>
    ${sections.map(
      ({ heading, lines }) =>
        html`<h2>${speech.say(...heading)}</h2>
          ${lines.map(([vi, en]) => html`<p>${speech.say(vi, en)}</p>`)}`,
    )}`;

/** Help: what to do in the cases that people ask about. */
export const helpPage = (speech: Speech): Markup =>
  page(
    ['Trợ giúp', 'Help'],
    [
      {
        heading: ['Hồ sơ của tôi đang ở đâu?', 'Where is my dossier?'],
        lines: [
          [
            'Nhập mã hồ sơ tại trang Tra cứu hồ sơ. Không cần đăng nhập; mã in trên giấy tiếp nhận hồ sơ và hẹn trả kết quả và trong thư báo.',
            'Type the case code on the page Track a case. No sign-in is needed; the code stands on the receipt with due date and in the mail.',
          ],
          [
            'Đăng nhập để đọc nội dung thông báo, tải giấy tờ và nộp bổ sung.',
            'Sign in to read notices, to download papers and to answer.',
          ],
        ],
      },
      {
        heading: ['Cơ quan đăng ký trả lời chậm', 'The office is late'],
        lines: [
          [
            'Thời hạn và cách tính từng ngày hiện ở trang hồ sơ. Quá hạn mà chưa có kết quả, cơ quan gửi phiếu xin lỗi và hẹn lại; bạn có quyền khiếu nại đến người đứng đầu cơ quan đó hoặc cấp trên trực tiếp.',
            'The limit and how each day is counted stand on the dossier’s page. When it has passed, the office sends an apology with a new date; you may complain to its head or to the authority above it.',
          ],
        ],
      },
      {
        heading: ['Tôi không nhận được thư', 'I received no mail'],
        lines: [
          [
            'Thư gửi đến địa chỉ thư điện tử đã khai cho trụ sở chính. Mọi giấy tờ luôn có ở trang hồ sơ, dù thư có đến hay không. Hãy xem cả hộp thư rác.',
            'Mails go to the address declared for the head office. Every paper is on the dossier’s page, whether the mail arrives or not. Look into the spam folder too.',
          ],
        ],
      },
      {
        heading: ['Giấy chứng nhận có thật không?', 'Is a certificate real?'],
        lines: [
          [
            'Quét mã QR trên giấy, rồi so từng dòng trên trang với tờ giấy. Trang phải có địa chỉ của hệ thống này.',
            'Scan the QR code and compare each line of the page with the paper. The page must have the address of this system.',
          ],
        ],
      },
      {
        heading: ['Gặp người thật', 'Meet a person'],
        lines: [
          [
            'Bộ phận một cửa của Ủy ban nhân dân xã, phường, đặc khu bất kỳ trong tỉnh tiếp nhận hồ sơ và hướng dẫn trong giờ làm việc.',
            'The one-stop desk of any commune of the province receives dossiers and helps during office hours.',
          ],
        ],
      },
    ],
    speech,
  );

/** What is stored of persons, why, how long, and what they may ask for. */
export const personalDataPage = (speech: Speech): Markup =>
  page(
    ['Dữ liệu cá nhân', 'Personal data'],
    [
      {
        heading: ['Chúng tôi lưu gì', 'What is stored'],
        lines: [
          [
            'Những gì hồ sơ đăng ký phải có: họ tên, số định danh, ngày sinh, quốc tịch, nơi ở của thành viên và người đại diện; tài khoản của người nộp và người giải quyết; việc ai làm gì, lúc nào.',
            'What a registration dossier must hold: name, identity number, date of birth, nationality and residence of members and representatives; the accounts of applicants and officials; who did what, and when.',
          ],
          [
            'Dữ liệu của mỗi người được mã hóa bằng khóa riêng của người đó. Thư báo và trang tra cứu công khai không nêu tên ai, trừ người đại diện theo pháp luật ghi trên Giấy chứng nhận.',
            'The data of each person are encrypted with a key of their own. Mails and public look-ups name nobody but the legal representative on a certificate.',
          ],
        ],
      },
      {
        heading: ['Ai đọc được', 'Who may read it'],
        lines: [
          [
            'Người nộp đọc hồ sơ của mình; cơ quan giải quyết đọc hồ sơ của cơ quan mình. Sổ đăng ký cho mọi người biết tên, mã số, trụ sở, ngành nghề, người đại diện và tình trạng pháp lý (Điều 29 Nghị định 295/2026/NĐ-CP).',
            'Applicants read their own dossiers; the deciding office reads its own. The register tells anyone name, code, address, business lines, representative and status (Article 29 of Decree 295/2026).',
          ],
        ],
      },
      {
        heading: ['Lưu bao lâu, quyền của bạn', 'How long, and your rights'],
        lines: [
          [
            'Dữ liệu thành viên được lưu 06 năm sau khi tổ chức giải thể, chấm dứt (khoản 10 Điều 7 Nghị định 295/2026/NĐ-CP). Bạn có thể yêu cầu xem, sửa, hoặc xóa khi pháp luật cho phép; xóa là hủy khóa, sau đó không ai đọc được nữa, kể cả trong bản sao lưu.',
            'Member data are kept for 6 years after the organisation’s end (Article 7.10 of Decree 295/2026). You may ask to see, to correct, or, where the law allows it, to erase: the key is destroyed, and nobody can read the data any more, not even in backups.',
          ],
          [
            'Trang web dùng hai cookie: phiên đăng nhập và ngôn ngữ. Không có cookie theo dõi.',
            'The pages use two cookies: the signed-in session and the language. None follows you.',
          ],
        ],
      },
    ],
    speech,
  );

/** How usable the pages are, and what to do where they are not. */
export const accessibilityPage = (speech: Speech): Markup =>
  page(
    ['Khả năng tiếp cận', 'Accessibility'],
    [
      {
        heading: ['Chuẩn', 'Standard'],
        lines: [
          [
            'Các trang hướng tới WCAG 2.2 mức AA: dùng được bằng bàn phím, với trình đọc màn hình, khi phóng to 400 % và ở màn hình rộng 320 điểm. Mỗi lần thay đổi, mọi trang được kiểm tra tự động.',
            'The pages aim at WCAG 2.2 level AA: they work by keyboard, with screen readers, at 400 % zoom and on screens 320 points wide. Every change is checked automatically on every page.',
          ],
          [
            'Tra cứu hồ sơ, xác thực Giấy chứng nhận, sổ đăng ký và công bố dùng được khi tắt JavaScript.',
            'Tracking, verification, the register and the notices work with JavaScript switched off.',
          ],
        ],
      },
      {
        heading: ['Điều còn thiếu', 'What is missing'],
        lines: [
          [
            'Giấy tờ PDF có chữ đọc được và khai báo ngôn ngữ, nhưng chưa có thẻ cấu trúc. Nội dung của giấy cũng có trên trang hồ sơ.',
            'PDF papers hold readable text and name their language, but have no structure tags yet. What they say also stands on the dossier’s page.',
          ],
        ],
      },
      {
        heading: ['Khi không dùng được', 'Where it does not work for you'],
        lines: [
          [
            'Bộ phận một cửa của bất kỳ xã, phường, đặc khu nào trong tỉnh nhận hồ sơ giấy và đọc, điền giúp tại chỗ.',
            'The one-stop desk of any commune of the province takes paper dossiers and helps to read and fill in.',
          ],
        ],
      },
    ],
    speech,
  );
