import {
  Persona,
  allPassed,
  fileFounding,
  foundingApplication,
  resubmissionOf,
  uploadFoundingDocuments,
} from '@hoptac/demo';
import type { AppConfig } from '@hoptac/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { checkHouse, ledgerText } from '../ledger/house-ledger';
import { Story } from './story';
import type { StepAnswer } from './story';

interface CasePage {
  readonly revision: number;
  readonly round: number;
  readonly openChecks: readonly string[];
  readonly checks: readonly { readonly outcome: string }[];
  readonly allowedActions: readonly string[];
  readonly taxCode?: string;
  readonly late: boolean;
  readonly certificate?: {
    readonly token: string;
    readonly code: string;
    readonly number: string;
    readonly organisationId: string;
  };
}

/**
 * Registers one cooperative before the reader's eyes: filed with a double click, a wrong person refused, corrected once, proposed, decided by somebody
 * else, certified; then lets a second case run late on the rehearsal clock; ends with the ledger of truth. True when every part told the same story.
 */
export async function runDemo(house: INestApplicationContext, config: AppConfig): Promise<boolean> {
  const story = new Story(house);
  const addresses = { api: config.publicUrl, issuer: config.oidcIssuer };
  const people = ['demo-applicant-1', 'demo-officer-1', 'demo-head-1', 'demo-officer-3', 'demo-administrator-1'];
  const [applicant, officer, head, stranger, administrator] = (await Promise.all(
    people.map((id) => Persona.signIn(addresses, id)),
  )) as [Persona, Persona, Persona, Persona, Persona];
  story.say(`Đăng nhập thật / really signed in: ${people.join(', ')}\n`);
  await certify(story, { applicant, officer, head, stranger });
  await runLate(story, config, { applicant, officer, administrator });

  story.say('\n3. Sổ sự thật / the ledger of truth');
  const report = await checkHouse(house, story.answered);
  story.say(ledgerText(report));
  return story.mistakes === 0 && report.findings.length === 0;
}

/** A name that nobody has yet. */
const freshName = (kind: string): string => `${kind} ${randomUUID().slice(0, 8).replace(/-/g, '')}`;

async function certify(
  story: Story,
  { applicant, officer, head, stranger }: Record<'applicant' | 'officer' | 'head' | 'stranger', Persona>,
): Promise<void> {
  story.say('1. Đăng ký thành lập một hợp tác xã / registering a cooperative (P01)');
  const key = randomUUID();
  const body = {
    channel: 'online',
    application: foundingApplication({ ownName: freshName('Minh họa') }),
    documents: await uploadFoundingDocuments(applicant),
  };
  const [first, second] = await Promise.all([
    applicant.post<StepAnswer>('/api/dossiers', body, { key }),
    applicant.post<StepAnswer>('/api/dossiers', body, { key }),
  ]);
  const { id, caseCode, position } = story.step(
    `Người nộp bấm «Nộp hồ sơ» hai lần / filed with a double click: ${first.body.caseCode}`,
    first,
  );
  story.expect(
    `lần bấm thứ hai được trả lời như lần đầu / the second press got the first answer: ${second.body.caseCode}`,
    second.body.id === id && second.body.caseCode === caseCode,
  );
  await story.row(officer, `/api/dossiers?q=${caseCode}&after=${position}`, id);
  const page = (who: Persona, after = '') => who.get<CasePage>(`/api/dossiers/${id}?after=${after}`);
  const press = (who: Persona, path: string, step: unknown, revision?: number) =>
    who.post<StepAnswer>(`/api/dossiers/${id}/${path}`, step, revision === undefined ? {} : { revision });

  story.refused(
    'Chuyên viên xã khác nhận xử lý / an officer of another office takes it',
    await press(stranger, 'claims', {}),
  );
  await story.until(
    'quy trình đã kiểm tra tự động / the workflow ran the automatic checks',
    () => page(officer),
    ({ checks }) => checks.length > 0,
  );
  const claimed = story.step('Chuyên viên nhận xử lý / the officer takes it', await press(officer, 'claims', {}));
  story.refused(
    'Gửi lại theo bản đã cũ / a press on an old page',
    await press(officer, 'correction-requests', CORRECTION, claimed.revision - 1),
  );
  const asked = story.step(
    'Yêu cầu sửa đổi, bổ sung một lần / one correction notice (P02)',
    await press(officer, 'correction-requests', CORRECTION, claimed.revision),
  );
  await story.facts(id);
  const answered = story.step(
    'Người nộp sửa và nộp lại / the applicant answers',
    await press(
      applicant,
      'resubmissions',
      await resubmissionOf(applicant, id, 'Số 12, đường Trần Phú, khu phố 3', asked.position),
    ),
  );
  await story.until(
    'đã kiểm tra lại / checked again',
    () => page(officer, answered.position),
    ({ checks }) => checks.length > 0,
  );
  const shown = await page(officer);
  story.step(
    'Chuyên viên xác nhận từng mục kiểm tra và tài liệu / the officer confirms checks and papers',
    await press(officer, 'check-confirmations', allPassed(shown.body)),
  );
  story.step(
    'Chuyên viên trình cấp / the officer proposes',
    await press(officer, 'examinations', { decision: 'grant' }),
  );
  story.refused(
    'Người đã xem xét tự ký / the examiner signs himself',
    await press(officer, 'decisions', { decision: 'grant' }),
  );
  const ready = await story.until(
    'cơ quan thuế đã cấp mã số / the tax authority gave the code',
    () => page(head),
    ({ taxCode }) => taxCode !== undefined,
  );
  story.step(
    `Lãnh đạo ký / the head of office signs (mã số ${ready.taxCode ?? ''})`,
    await press(head, 'decisions', { decision: 'grant' }),
  );
  const done = await story.until(
    'Giấy chứng nhận đã cấp / the certificate is issued',
    () => page(applicant),
    ({ certificate }) => certificate !== undefined,
  );
  await story.facts(id);
  await story.row(head, `/api/organisations?q=${done.certificate?.code ?? ''}`, done.certificate?.organisationId ?? '');
  const verified = await Persona.anonymous(applicant.api).get<{ stands?: string; name?: string }>(
    `/api/certificates/${done.certificate?.token ?? ''}`,
  );
  story.expect(
    `xác thực bằng mã QR / verified by its QR: ${verified.body.stands ?? ''} · ${verified.body.name ?? ''}`,
    verified.body.stands === 'inForce',
  );
}

const CORRECTION = { defects: [{ subject: 'headOffice.line', reason: 'Ghi rõ khu phố', article: 'L23 Art. 43' }] };

async function runLate(
  story: Story,
  config: AppConfig,
  { applicant, officer, administrator }: Record<'applicant' | 'officer' | 'administrator', Persona>,
): Promise<void> {
  story.say('\n2. Một hồ sơ quá hạn trên đồng hồ tập dượt / a case runs late on the rehearsal clock');
  if (!config.rehearsal) {
    story.expect('đồng hồ tập dượt chưa bật: chạy lại với HOPTAC_REHEARSAL=1 / the rehearsal clock is off', false);
    return;
  }
  const { id, caseCode } = story.step(
    'Nộp hồ sơ thứ hai / a second filing',
    await fileFounding(applicant, { ownName: freshName('Muộn hạn') }),
  );
  const page = () => officer.get<CasePage>(`/api/dossiers/${id}`);
  await story.until('đã kiểm tra tự động / checked', page, ({ checks }) => checks.length > 0);
  const advanced = await administrator.post('/api/clock/advance', { by: '7d' });
  story.expect('đồng hồ đi tới 7 ngày / the clock goes seven days on', advanced.status < 300);
  await story.until('hồ sơ được đánh dấu quá hạn / the case is marked late', page, ({ late }) => late);
  await story.facts(id);
  await story.row(officer, `/api/dossiers?q=${caseCode}&late=true`, id);
}
