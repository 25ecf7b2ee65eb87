/** One key 20 times at once, and again after the API was killed: one event, the same answer; with another body it is refused (faults.md). */
import { fileFounding } from '@hoptac/demo';
import { freshName, type StepAnswer } from '../support/founding-case';
import { factsOf, closeRecord } from '../support/record';
import { experiment, rounds } from './experiment';
import { accepted, CORRECTION, pageSays, persist, theCast } from './people';
import { killPart, partIsWell } from './parts';

const AT_ONCE = 20;
const copies = <T>(make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: AT_ONCE }, make));

afterAll(closeRecord);

experiment('double-press', async (e) => {
  const cast = await theCast();
  for (let round = 0; round < rounds; round += 1) {
    const filingKey = e.freshId();
    const options = { ownName: freshName('Bấm dồn') };
    const press = () => persist(e, 'filing', () => fileFounding(cast.applicant, options, filingKey));
    const filed = await copies(press);
    const first = accepted(e, 'filing', filed[0] as (typeof filed)[number] & { body: StepAnswer });
    const steps = [
      { who: cast.officer, path: 'claims', body: {}, key: e.freshId() },
      { who: cast.officer, path: 'correction-requests', body: CORRECTION, key: e.freshId() },
      { who: cast.applicant, path: 'withdrawal-requests', body: { reason: 'Đổi trụ sở' }, key: e.freshId() },
      { who: cast.head, path: 'withdrawal-decisions', body: { outcome: 'accept' }, key: e.freshId() },
    ];
    const take = ({ who, path, body, key }: (typeof steps)[number]) =>
      persist(e, path, () => who.post<StepAnswer>(`/api/dossiers/${first.id}/${path}`, body, { key }));
    const answers = [filed.map(({ body }) => body)];
    for (const step of steps) {
      const all = await copies(() => take(step));
      accepted(e, step.path, all[0] as (typeof all)[number]);
      expect(all.map(({ status }) => status)).toEqual(Array.from({ length: AT_ONCE }, () => 200));
      answers.push(all.map(({ body }) => body));
    }
    for (const all of answers) expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    await pageSays(e, cast.applicant, first.id, 'withdrawn', ({ status }) => status === 'Withdrawn');

    await killPart('api');
    e.say(`kill -9 api after ${String(AT_ONCE * (steps.length + 1))} presses of ${String(steps.length + 1)} keys`);
    await partIsWell('api');
    expect((await press()).body).toEqual(answers[0]?.[0]);
    for (const [index, step] of steps.entries()) expect((await take(step)).body).toEqual(answers[index + 1]?.[0]);

    const asked = (path: string): string => steps.find((step) => step.path === path)?.key ?? '';
    const again = `/api/dossiers/${first.id}`;
    const others = [
      await fileFounding(cast.applicant, { ownName: freshName('Bấm dồn') }, filingKey),
      await cast.officer.post(
        `${again}/correction-requests`,
        { defects: CORRECTION.defects.map((defect) => ({ ...defect, reason: 'Thiếu chữ ký' })) },
        { key: asked('correction-requests') },
      ),
      await cast.applicant.post(
        `${again}/withdrawal-requests`,
        { reason: 'Thành viên rút' },
        { key: asked('withdrawal-requests') },
      ),
    ].map(({ status, body }) => [status, (body as { code?: string }).code]);
    expect(others).toEqual(others.map(() => [422, 'PLATFORM.IDEMPOTENCY_KEY_REUSED']));

    const types = (await factsOf(`dossier-${first.id}`)).map(({ type }) => type);
    for (const type of [
      'DossierFiled',
      'DossierAssigned',
      'DossierCorrectionRequested',
      'DossierWithdrawalRequested',
      'DossierWithdrawn',
    ])
      expect([type, types.filter((one) => one === type).length]).toEqual([type, 1]);
  }
  e.floor('keys pressed', e.answered.length, 5 * rounds);
});
