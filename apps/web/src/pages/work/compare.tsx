import { useNames } from '../../shared/area-name';
import { formatDong } from '../../shared/format';
import { say } from '../../shared/language';
import type { WorkCase } from './types';

type Application = WorkCase['application'];
type Field = readonly [words: string, text: (application: Application) => string];

/** What was declared before and after the correction, side by side; only what differs. */
export function Compare({ before, after }: { before: Application; after: Application }) {
  const names = useNames();
  const fields: readonly Field[] = [
    [say('Tên riêng', 'Own name'), ({ ownName }) => ownName],
    [say('Tên bằng tiếng nước ngoài', 'Foreign name'), ({ foreignName }) => foreignName ?? ''],
    [say('Tên viết tắt', 'Abbreviation'), ({ abbreviation }) => abbreviation ?? ''],
    [say('Trụ sở chính', 'Head office'), ({ headOffice }) => `${headOffice.line}, ${names.area(headOffice.areaCode)}`],
    [say('Điện thoại', 'Telephone'), ({ headOffice }) => headOffice.phone ?? ''],
    [say('Thư điện tử', 'E-mail'), ({ headOffice }) => headOffice.email ?? ''],
    [
      say('Ngành, nghề kinh doanh', 'Business lines'),
      ({ businessLines }) =>
        businessLines
          .map(
            ({ code, main, detail }) =>
              `${code}${main ? say(' (chính)', ' (main)') : ''}${detail ? `: ${detail}` : ''}`,
          )
          .join('; '),
    ],
    [say('Vốn điều lệ', 'Charter capital'), ({ charterCapital }) => formatDong(charterCapital)],
    [say('Tổ chức quản trị', 'Governance'), ({ governance }) => governance],
    [say('Số thành viên', 'Members'), ({ members }) => String(members.length)],
    [
      say('Phần vốn góp', 'Capital shares'),
      ({ members }) => members.map(({ contribution }) => formatDong(contribution)).join('; '),
    ],
  ];
  const changed = fields.filter(([, text]) => text(before) !== text(after));
  return (
    <section className="panel" aria-labelledby="compare-heading">
      <h2 id="compare-heading">{say('Khác với lần nộp trước', 'Differences from the version before')}</h2>
      {changed.length === 0 && (
        <p>
          {say(
            'Nội dung kê khai không đổi; xem lại tài liệu.',
            'What is declared has not changed; look at the papers.',
          )}
        </p>
      )}
      {changed.length > 0 && (
        <div className="table-wrap">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{say('Mục', 'Field')}</th>
                <th scope="col">{say('Trước', 'Before')}</th>
                <th scope="col">{say('Sau', 'After')}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(([words, text]) => (
                <tr key={words}>
                  <td data-label={say('Mục', 'Field')}>{words}</td>
                  <td data-label={say('Trước', 'Before')}>
                    <del>{text(before) || say('(để trống)', '(empty)')}</del>
                  </td>
                  <td data-label={say('Sau', 'After')}>
                    <ins>{text(after) || say('(để trống)', '(empty)')}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
