import { foundingApplication, uploadFoundingDocuments } from '@hoptac/demo';
import { addDays, localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { provinceNow } from '../support/clock';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

interface Timeline {
  readonly items: readonly { readonly type: string; readonly occurredAt: string; readonly effectiveOn?: string }[];
}

describe('Giấy tờ ghi ngày trước: received on one day, entered on another; both days stay on record', () => {
  let cast: Cast;
  let today: LocalDate;
  beforeAll(async () => {
    cast = await theProvince();
    today = localDateOf(new Date(await provinceNow(cast.administrator)).toISOString() as Instant);
  });
  afterAll(closeRecord);

  const byPost = async (ownName: string, receivedOn: LocalDate, channel = 'post') => {
    const application = foundingApplication({ ownName });
    const conference = { ...(application['conference'] as object), heldOn: addDays(today, -20), minutesOn: today };
    return cast.clerk.post('/api/dossiers', {
      channel,
      application: { ...application, conference },
      documents: await uploadFoundingDocuments(cast.clerk),
      receivedOn,
    });
  };

  it('counts the limit from the day of receipt; the inspector finds the fact by either day', async () => {
    const [earlier, ownName] = [addDays(today, -5), freshName('Qua bưu chính')];
    const dossier = FoundingCase.ofFiling(cast.clerk, await byPost(ownName, earlier), ownName);
    const page = await dossier.page(cast.officer);
    expect(page.due).toMatchObject({ countedFrom: earlier });
    expect(localDateOf(page.receivedAt as Instant)).toBe(earlier);

    const found = async (days: string) =>
      done(await cast.inspector.get<Timeline>(`/api/audit/cases/${dossier.id}/events?type=DossierFiled&${days}`)).items;
    const [fact] = await eventually(
      'the chronicle has it',
      () => found(`effectiveFrom=${earlier}&effectiveTo=${earlier}`),
      (items) => items.length === 1,
    );
    expect(fact).toMatchObject({ type: 'DossierFiled', effectiveOn: earlier });
    expect(localDateOf(fact?.occurredAt as Instant) >= today).toBe(true);
    expect(await found(`effectiveFrom=${today}`)).toEqual([]);
    expect(await found(`from=${today}`)).toHaveLength(1);
    expect(await found(`from=${earlier}&to=${earlier}`)).toEqual([]);
  });

  it('is refused with a day to come, before the founders met, or for what comes online', async () => {
    const refused = async (receivedOn: LocalDate, channel?: string) =>
      refusal(await byPost(freshName('Sai ngày'), receivedOn, channel)).code;
    expect(await refused(addDays(today, 2))).toBe('DOSSIERS.PAPER_DAY_AHEAD');
    expect(await refused(addDays(today, -21))).toBe('DOSSIERS.PAPER_DAY_TOO_EARLY');
    expect(await refused('2026-02-30')).toBe('PLATFORM.INPUT_INVALID');
  });
});
