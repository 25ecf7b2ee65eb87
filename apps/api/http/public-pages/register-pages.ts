import type { AreaTree } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import type { PublicOrganisation, PublicOrganisationPage } from '@hoptac/registry';
import { organisationForm } from './home-page';
import { type Markup, html } from './html';
import type { Speech } from './speech';
import { KIND_WORDS, LEGAL_STATUS_WORDS, dayText } from './words';

/** Address of an organisation's page: its code, or its id where an old register gave none. */
const pathOf = ({ id, code }: PublicOrganisation): string => `/to-chuc/${encodeURIComponent(code ?? id)}`;

const addressOf = (one: PublicOrganisation, areas: AreaTree, today: LocalDate, speech: Speech): string =>
  [one.addressLine, speech.area(areas, one.areaCode, today)].filter(Boolean).join(', ');

function entry(one: PublicOrganisation, areas: AreaTree, today: LocalDate, speech: Speech): Markup {
  const registered =
    one.registeredOn === undefined
      ? undefined
      : html` · ${speech.say('đăng ký ngày', 'registered on')} ${dayText(one.registeredOn)}`;
  return html`<li class="panel">
    <p>
      <a href="${pathOf(one)}"><strong>${one.name}</strong></a>
    </p>
    <p>
      <span class="tag plain">${speech.word(LEGAL_STATUS_WORDS, one.legalStatus)}</span>
      ${speech.say('Mã số', 'Code')} <span class="code">${one.code ?? '–'}</span>${registered}
    </p>
    <p class="muted">${addressOf(one, areas, today, speech)}</p>
  </li>`;
}

/** Search of the public register (D295 Art. 29). */
export function organisationsPage(
  typed: string,
  found: PublicOrganisationPage | undefined,
  areas: AreaTree,
  today: LocalDate,
  speech: Speech,
): Markup {
  const more = (next: string): Markup =>
    html`<p>
      <a class="button" href="/to-chuc?q=${encodeURIComponent(typed)}&tiep=${encodeURIComponent(next)}"
        >${speech.say('Xem tiếp', 'More')}</a
      >
    </p>`;
  const nothing = speech.say(`Không có kết quả cho «${typed}».`, `Nothing was found for “${typed}”.`);
  return html`<h1>${speech.say('Tra cứu tổ chức đăng ký', 'Public register')}</h1>
    <p>
      ${speech.say(
        'Tên, mã số, trụ sở, ngành nghề, người đại diện và tình trạng pháp lý của hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác được tra cứu miễn phí (Điều 29 Nghị định 295/2026/NĐ-CP).',
        'Name, code, address, business lines, representative and legal status of cooperatives, unions and groups may be looked up free of charge (Article 29 of Decree 295/2026).',
      )}
    </p>
    ${organisationForm(speech, typed)}
    ${
      found === undefined
        ? undefined
        : html`<h2>${speech.say('Kết quả', 'Results')}</h2>
            ${
              found.items.length === 0
                ? html`<p>${nothing} <a href="/to-chuc">${speech.say('Tìm lại', 'Search again')}</a></p>`
                : html`<ul class="plain">
                    ${found.items.map((one) => entry(one, areas, today, speech))}
                  </ul>`
            }
            ${found.next === undefined ? undefined : more(found.next)}`
    }`;
}

/** One organisation: what the law lets anyone read. */
export function organisationPage(one: PublicOrganisation, areas: AreaTree, today: LocalDate, speech: Speech): Markup {
  const lines = one.businessLines.map(({ code, detail, main }) =>
    [code, detail, main ? speech.say('ngành chính', 'main line') : undefined].filter(Boolean).join(' · '),
  );
  const facts: readonly (readonly [string, string])[] = [
    [speech.say('Loại hình', 'Kind'), speech.word(KIND_WORDS, one.kind)],
    [speech.say('Mã số', 'Code'), one.code ?? speech.say('Chưa có trong sổ', 'Not in the register')],
    ...(one.foreignName === undefined
      ? []
      : [[speech.say('Tên bằng tiếng nước ngoài', 'Foreign name'), one.foreignName] as const]),
    ...(one.abbreviation === undefined
      ? []
      : [[speech.say('Tên viết tắt', 'Abbreviation'), one.abbreviation] as const]),
    [speech.say('Trụ sở chính', 'Head office'), addressOf(one, areas, today, speech)],
    [
      speech.say('Người đại diện theo pháp luật', 'Legal representative'),
      one.representativeName ?? speech.say('Không có trong sổ', 'Not in the register'),
    ],
    [
      speech.say('Ngày đăng ký', 'Registered on'),
      one.registeredOn === undefined
        ? speech.say('Không có trong sổ', 'Not in the register')
        : dayText(one.registeredOn),
    ],
    ...(one.published === undefined
      ? []
      : [
          [
            speech.say('Công bố nội dung đăng ký', 'Published'),
            `${dayText(one.published.from)} – ${dayText(one.published.to)}`,
          ] as const,
        ]),
    [speech.say('Cơ quan đăng ký', 'Registration office'), speech.office(areas, one.officeId, today)],
  ];
  return html`<h1>${one.name}</h1>
    <p><span class="tag plain">${speech.word(LEGAL_STATUS_WORDS, one.legalStatus)}</span></p>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
      <dt>${speech.say('Ngành, nghề kinh doanh', 'Business lines')}</dt>
      <dd>
        ${
          lines.length === 0
            ? speech.say('Không có trong sổ', 'Not in the register')
            : html`<ul>
                ${lines.map((line) => html`<li>${line}</li>`)}
              </ul>`
        }
      </dd>
    </dl>
    <p class="muted">
      ${speech.say(
        'Tra cứu miễn phí theo Điều 29 Nghị định 295/2026/NĐ-CP.',
        'Free look-up under Article 29 of Decree 295/2026.',
      )}
    </p>
    <h2>${speech.say('Tìm tổ chức khác', 'Search for another')}</h2>
    ${organisationForm(speech)}`;
}

export function unknownOrganisationPage(typed: string, speech: Speech): Markup {
  return html`<h1>${speech.say('Không có trong sổ đăng ký', 'Not in the register')}</h1>
    <p>
      ${speech.say('Không có tổ chức nào mang mã số', 'No organisation bears the code')}
      <span class="code hash">${typed}</span>.
    </p>
    ${organisationForm(speech)}`;
}

/** What is published today: each registration for the days in a row that the law sets (L23 Art. 49). */
export function noticesPage(
  published: PublicOrganisationPage,
  days: number,
  areas: AreaTree,
  today: LocalDate,
  speech: Speech,
): Markup {
  return html`<h1>${speech.say('Công bố nội dung đăng ký', 'Notices of registration')}</h1>
    <p>
      ${speech.say(
        `Nội dung Giấy chứng nhận và ngành, nghề được công bố trong ${String(days)} ngày liên tục (Điều 49 Luật Hợp tác xã 2023). Trang này: đang công bố ngày ${dayText(today)}.`,
        `What a certificate says and the business lines are published for ${String(days)} days in a row (Article 49 of the Law on Cooperatives 2023). This page: published on ${dayText(today)}.`,
      )}
    </p>
    ${
      published.items.length === 0
        ? html`<p>
            ${speech.say('Hôm nay không có nội dung đăng ký nào đang công bố.', 'No registration is being published today.')}
            <a href="/to-chuc">${speech.say('Tra cứu sổ đăng ký', 'Look into the register')}</a>
          </p>`
        : html`<ul class="plain">
            ${published.items.map((one) => entry(one, areas, today, speech))}
          </ul>`
    }
    ${
      published.next === undefined
        ? undefined
        : html`<p>
            <a class="button" href="/cong-bo?tiep=${encodeURIComponent(published.next)}"
              >${speech.say('Xem tiếp', 'More')}</a
            >
          </p>`
    }`;
}
