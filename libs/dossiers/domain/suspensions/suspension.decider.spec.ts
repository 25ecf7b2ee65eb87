import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventSchemas } from '@hoptac/event-store';
import type { Instant, LocalDate } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import {
  suspensionCatalogue,
  suspensionDecider,
  suspensionsOf,
  type SuspensionCommand,
  type SuspensionEvent,
} from './index';

const TUESDAY: Instant = '2026-11-24T02:00:00.000Z';
const bounds = { longest: 366, earliestBefore: 30 };
const paper = 'a'.repeat(64);
type Order = SuspensionCommand extends infer C ? (C extends SuspensionCommand ? Omit<C, 'metadata'> : never) : never;
const order = (body: Order, now: Instant = TUESDAY): SuspensionCommand => ({
  ...body,
  metadata: { now, actor: { personId: 'p-head', role: 'head' }, commandId: 'c-1' },
});
const decide = (from: LocalDate, to: LocalDate, ground = 'Bão số 9'): SuspensionCommand =>
  order({
    type: 'DecideSuspension',
    data: { suspensionId: '91-s', areaCode: '91001', from, to, ground, paper, bounds },
  });
const moveEnd = (to: LocalDate, now: Instant = TUESDAY, suspensionId = '91-s'): SuspensionCommand =>
  order({ type: 'MoveSuspensionEnd', data: { suspensionId, to, ground: 'Bão tan', paper, bounds } }, now);
const decided: SuspensionEvent = {
  type: 'DeadlineSuspensionDecided',
  data: {
    suspensionId: '91-s',
    areaCode: '91001',
    from: '2026-11-25',
    to: '2026-11-30',
    ground: 'Bão số 9',
    paper,
    decidedBy: 'p-head',
    decidedAt: TUESDAY,
  },
};
const history = (...events: SuspensionEvent[]) => given(suspensionDecider, ...events);

describe('a suspension of limits', () => {
  it('is decided once, with ground, paper and days that make sense', () => {
    history().when(decide('2026-11-25', '2026-11-30')).then(decided);
    history(decided).when(decide('2026-11-25', '2026-11-30')).thenNothing();
    history().when(decide('2026-11-25', '2026-11-24')).thenRefused('DOSSIERS.SUSPENSION_PERIOD');
    history()
      .when(decide('2026-11-25', '2026-11-30', ' '))
      .thenRefused('DOSSIERS.REASON_MISSING');
    history().when(decide('2026-11-25', '2027-11-26')).thenRefused('DOSSIERS.SUSPENSION_TOO_LONG');
    history().when(decide('2026-11-20', '2026-11-23')).thenRefused('DOSSIERS.SUSPENSION_END_PAST');
  });

  it('may begin before it is decided, thirty days at most', () => {
    history().when(decide('2026-10-24', '2026-11-23')).thenRefused('DOSSIERS.SUSPENSION_TOO_EARLY');
    const early = history().when(decide('2026-10-25', '2026-11-24'));
    early.then({ ...decided, data: { ...decided.data, from: '2026-10-25', to: '2026-11-24' } });
  });

  it('ends earlier or later by a decision of its own, never in the past', () => {
    const ended = history(decided).when(moveEnd('2026-11-26', '2026-11-26T02:00:00.000Z'));
    ended.then({
      type: 'DeadlineSuspensionEndMoved',
      data: {
        suspensionId: '91-s',
        before: '2026-11-30',
        to: '2026-11-26',
        ground: 'Bão tan',
        paper,
        decidedBy: 'p-head',
        decidedAt: '2026-11-26T02:00:00.000Z',
      },
    });
    history(decided).when(moveEnd('2026-11-30')).thenNothing();
    history(decided)
      .when(moveEnd('2026-11-26', '2026-11-27T02:00:00.000Z'))
      .thenRefused('DOSSIERS.SUSPENSION_END_PAST');
    history(decided).when(moveEnd('2026-11-24')).thenRefused('DOSSIERS.SUSPENSION_PERIOD');
    history(decided)
      .when(moveEnd('2026-11-27', TUESDAY, 'constructor'))
      .thenRefused('DOSSIERS.SUSPENSION_NOT_FOUND');
  });

  it('is over at 24:00 of its last day, once, with the number of cases on which it fell', () => {
    const fell: SuspensionEvent = {
      type: 'DeadlineSuspensionFell',
      data: { suspensionId: '91-s', dossierIds: ['d-1', 'd-2'] },
    };
    const complete = (now: Instant) => order({ type: 'CompleteSuspensions', data: {} }, now);
    const completed: SuspensionEvent = {
      type: 'DeadlineSuspensionCompleted',
      data: { suspensionId: '91-s', to: '2026-11-30', dossiers: 2 },
    };
    history(decided, fell).when(complete('2026-11-30T16:59:59.999Z')).thenNothing();
    history(decided, fell)
      .when(complete('2026-11-30T17:00:00.000Z'))
      .then(completed)
      .when(complete('2026-11-30T17:00:00.000Z'))
      .thenNothing();
    history(decided, fell, completed).when(moveEnd('2026-12-05')).thenRefused('DOSSIERS.SUSPENSION_OVER');
  });

  it('names each case once', () => {
    const record = (...dossierIds: string[]) =>
      order({ type: 'RecordSuspended', data: { suspensionId: '91-s', dossierIds } });
    history(decided)
      .when(record('d-1'))
      .then({ type: 'DeadlineSuspensionFell', data: { suspensionId: '91-s', dossierIds: ['d-1'] } })
      .when(record('d-1', 'd-2'))
      .then({ type: 'DeadlineSuspensionFell', data: { suspensionId: '91-s', dossierIds: ['d-2'] } })
      .when(record('d-2'))
      .thenNothing();
  });
});

it('keeps a sample of every version of every event, which folds', () => {
  const folder = join(__dirname, '__samples__');
  const files = readdirSync(folder);
  expect(files.sort()).toEqual(
    Object.keys(suspensionCatalogue.versions)
      .map((type) => `${type}.v1.json`)
      .sort(),
  );
  const schemas = new EventSchemas([suspensionCatalogue]);
  const events = files.map((file) => {
    const [type = ''] = file.split('.');
    const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
    return { type, data: schemas.upcast(type, 1, data) } as unknown as SuspensionEvent;
  });
  const order = Object.keys(suspensionCatalogue.versions);
  const { state } = history(...events.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type)));
  expect(suspensionsOf(state)).toMatchObject([{ to: '2026-11-27', completed: true, dossierIds: [expect.any(String)] }]);
});
