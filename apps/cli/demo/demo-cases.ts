import { Persona, allPassed, fileFounding, resubmissionOf } from '@hoptac/demo';
import type { ApiAnswer, CheckListPage } from '@hoptac/demo';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProgressLine } from '../progress-line';

/** Stages in which the demo province shows a case; each is reached by the steps of real people over HTTP. */
const STAGES = ['filed', 'claimed', 'correction', 'resubmitted', 'proposed', 'registered', 'withdrawing'] as const;
type Stage = (typeof STAGES)[number];

const NAMES = [
  'Lúa gạo Sông Cái',
  'Rau an toàn Vĩnh Thông',
  'Tôm sinh thái Rạch Sỏi',
  'Vận tải Hà Tiên Xanh',
  'Khóm Tắc Cậu',
  'Nước mắm Hòn Tre',
  'Dừa nước U Minh',
  'Cá lồng Nam Du',
  'Tiêu Phú Quốc Mới Trồng',
  'Chế biến Hải sản Ba Hòn',
  'Nếp Bà Bóng',
  'Sen Hồng Giồng Riềng',
  'Muối sạch Tà Niên',
  'Nấm rơm Minh Lương',
];

interface Cast {
  readonly applicant: Persona;
  readonly officer: Persona;
  readonly head: Persona;
}

/** Two cases of each stage at the office of Rạch Giá. Every press has a fixed key, so that loading again does nothing twice. */
export async function fileDemoCases(addresses: { readonly api: string; readonly issuer: string }): Promise<void> {
  const cast: Cast = {
    applicant: await Persona.signIn(addresses, 'demo-applicant-1'),
    officer: await Persona.signIn(addresses, 'demo-officer-1'),
    head: await Persona.signIn(addresses, 'demo-head-1'),
  };
  const line = new ProgressLine('Hồ sơ minh họa / demo cases', NAMES.length);
  for (const [index, name] of NAMES.entries()) {
    await bringTo(STAGES[index % STAGES.length] as Stage, name, `demo-case-${String(index).padStart(2, '0')}`, cast);
    line.show(index + 1);
  }
  line.end();
}

async function bringTo(stage: Stage, ownName: string, key: string, { applicant, officer, head }: Cast): Promise<void> {
  const { id } = done(await fileFounding(applicant, { ownName }, `${key}-filing`));
  /** Answers the position, for whoever reads next. */
  const step = async (who: Persona, path: string, body: unknown): Promise<string> =>
    done(await who.post<{ position: string }>(`/api/dossiers/${id}/${path}`, body, { key: `${key}-${path}` })).position;
  if (stage === 'filed') return;
  await step(officer, 'claims', {});
  if (stage === 'claimed') return;
  if (stage === 'withdrawing') {
    await step(applicant, 'withdrawal-requests', { reason: 'Các sáng lập viên muốn đổi trụ sở' });
    return;
  }
  if (stage === 'correction' || stage === 'resubmitted') {
    const seen = await step(officer, 'correction-requests', {
      defects: [{ subject: 'headOffice.line', reason: 'Ghi rõ số nhà, tên ấp hoặc khu phố', article: 'L23 Art. 43' }],
    });
    if (stage === 'correction') return;
    await step(applicant, 'resubmissions', await resubmissionOf(applicant, id, 'Số 12, ấp Minh Phú', seen));
    return;
  }
  await until(
    () => officer.get<{ checks?: unknown[] }>(`/api/dossiers/${id}`),
    ({ body }) => (body.checks?.length ?? 0) > 0,
  );
  const { body: page } = await officer.get<CheckListPage>(`/api/dossiers/${id}`);
  if (page.openChecks.length > 0) await step(officer, 'check-confirmations', allPassed(page));
  await step(officer, 'examinations', { decision: 'grant' });
  if (stage === 'proposed') return;
  await until(
    () => head.get<{ allowedActions?: string[]; grant?: unknown }>(`/api/dossiers/${id}`),
    ({ body }) => body.grant !== undefined || body.allowedActions?.includes('grantRegistration') === true,
  );
  await step(head, 'decisions', { decision: 'grant' });
}

/** Asks again until it is so. @throws Error after half a minute. */
async function until<T>(ask: () => Promise<ApiAnswer<T>>, isSo: (answer: ApiAnswer<T>) => boolean): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (isSo(await ask())) return;
    await sleep(200);
  }
  throw new Error('A case did not move within thirty seconds; see `hoptac cases stuck`');
}

function done<T>(answer: ApiAnswer<T>): T {
  if (answer.status >= 300) throw new Error(`Refused with ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
