import { applicableOverrides, loadCalendar, whoseDueDatesMove, type CalendarOverride } from './index';

const calendar = loadCalendar();
const closure: CalendarOverride = {
  id: 'storm',
  date: '2026-11-25',
  kind: 'closure',
  scope: '30760',
  nameVi: 'Nghỉ do bão',
  source: 'Công văn thử nghiệm',
  evidence: 'verified',
  knownSince: '2026-11-24T02:00:00.000Z',
  enteredBy: 'admin-1',
};
const inCommune = { areaCodes: ['30760', '91'], knownAt: '2026-11-24T03:00:00.000Z' } as const;

describe('which overrides hold for an office', () => {
  it('one for a commune holds within it and nowhere else', () => {
    expect(applicableOverrides([closure], inCommune)).toEqual([closure]);
    expect(applicableOverrides([closure], { ...inCommune, areaCodes: ['30763', '91'] })).toEqual([]);
  });

  it('one for the province holds for its communes, one nationwide for everybody', () => {
    const province = { ...closure, scope: '91' };
    const everywhere = { ...closure, scope: 'nationwide' };
    expect(applicableOverrides([province], inCommune)).toEqual([province]);
    expect(applicableOverrides([province], { ...inCommune, areaCodes: ['30763', '92'] })).toEqual([]);
    expect(applicableOverrides([everywhere], { ...inCommune, areaCodes: [] })).toEqual([everywhere]);
  });

  it('one that nobody knew yet is left out', () => {
    expect(applicableOverrides([closure], { ...inCommune, knownAt: '2026-11-24T01:59:59.999Z' })).toEqual([]);
    expect(applicableOverrides([closure], { ...inCommune, knownAt: closure.knownSince })).toEqual([closure]);
  });

  it('the narrowest area wins, then the later known, in any order', () => {
    const province: CalendarOverride = {
      ...closure,
      id: 'open',
      scope: '91',
      kind: 'ordinary',
      knownSince: '2026-11-24T02:30:00.000Z',
    };
    const later: CalendarOverride = {
      ...closure,
      id: 'later',
      kind: 'ordinary',
      knownSince: '2026-11-24T02:30:00.000Z',
    };
    for (const both of [
      [closure, province],
      [province, closure],
    ])
      expect(applicableOverrides(both, inCommune)).toEqual([closure]);
    for (const both of [
      [closure, later],
      [later, closure],
    ])
      expect(applicableOverrides(both, inCommune)).toEqual([later]);
  });

  it('of two known at the same instant the greater id wins, in any order', () => {
    const twin = { ...closure, id: 'twin' };
    for (const both of [
      [closure, twin],
      [twin, closure],
    ])
      expect(applicableOverrides(both, inCommune)).toEqual([twin]);
  });
});

describe('preview of an override', () => {
  const due = (amount: number) =>
    calendar.count({ from: '2026-11-20', amount, unit: 'working-day', article: 'L23 Art. 42.4' });

  it('says whose due date would be another day, and moves none', () => {
    const given = [
      { id: 'one', due: due(1) },
      { id: 'two', due: due(2) },
      { id: 'three', due: due(3) },
    ];
    const frozen = structuredClone(given);
    expect(whoseDueDatesMove(given, calendar, calendar.withOverrides([closure]))).toEqual([
      { id: 'two', given: '2026-11-25', before: '2026-11-25', after: '2026-11-26' },
      { id: 'three', given: '2026-11-26', before: '2026-11-26', after: '2026-11-27' },
    ]);
    expect(given).toEqual(frozen);
  });

  it('keeps the day that was given apart from the recount', () => {
    const given = [{ id: 'one', due: { ...due(2), dueOn: '2026-11-24' as const } }];
    expect(whoseDueDatesMove(given, calendar, calendar.withOverrides([closure]))).toMatchObject([
      { given: '2026-11-24', before: '2026-11-25' },
    ]);
  });
});
