import type { DomainEvent } from '@hoptac/kernel';
import type { Projection } from './projection';
import { appendRows, applyRowFold, upsertRows, type RowFold } from './row-fold';
import { projectionHarness } from './testing/projection-harness';
import { applyVersionedFold, asOf, VERSIONED_COLUMNS_SQL, versionedIndexesSql, type Versioned } from './versioned';
import { noted, SpecStack } from './testing/spec-stack';

interface Note {
  readonly id: string;
  readonly total: number;
  readonly last: string;
  readonly amounts: readonly number[];
  readonly remark?: string;
}
const forgotten: DomainEvent = { type: 'NoteForgotten', data: {} };

const fold: RowFold<Note> = {
  table: 'notes',
  key: 'id',
  keyOf: ({ stream }) => stream,
  fold: (row, { event, metadata }) => {
    if (event.type === 'NoteForgotten') return undefined;
    const { amount } = event.data as { amount: number };
    if (amount === 0) return row;
    return {
      id: 'never',
      ...row,
      total: (row?.total ?? 0) + amount,
      last: metadata.occurredAt,
      amounts: [...(row?.amounts ?? []), amount],
      ...(amount > 100 && { remark: 'much' }),
    };
  },
};
/** The key lies in the stream's name alone here. */
const keyed: RowFold<Note> = {
  ...fold,
  fold: (row, recorded) => {
    const next = fold.fold(row, recorded);
    return next && next !== row ? { ...next, id: recorded.stream } : next;
  },
};
const columns = 'id text, total int8 not null, last timestamptz not null, amounts jsonb not null, remark text';

const plain: Projection<{ notes: Note }> = {
  name: 'spec.plain',
  version: 1,
  eventTypes: ['NoteTaken', 'NoteForgotten'],
  categories: ['note'],
  createTables: () => [`create table notes (${columns}, primary key (id))`],
  apply: (events, db) => applyRowFold(keyed, events, db),
};
const versioned: Projection<{ notes: Note & Versioned }> = {
  ...plain,
  name: 'spec.versioned',
  createTables: () => [
    `create table notes (${columns}, ${VERSIONED_COLUMNS_SQL})`,
    ...versionedIndexesSql('notes', 'id'),
  ],
  apply: (events, db) => applyVersionedFold(keyed, events, db),
};

describe('applyRowFold', () => {
  const story = projectionHarness(plain)
    .given(noted(1), noted(2))
    .on('note-2', noted(500), noted(0))
    .on('note-3', noted(7), forgotten)
    .on('note-1', noted(4));
  const rows = [
    { id: 'note-1', total: 7, last: '2026-01-05T01:00:06.000Z', amounts: [1, 2, 4], remark: null },
    { id: 'note-2', total: 500, last: '2026-01-05T01:00:02.000Z', amounts: [500], remark: 'much' },
  ];

  it('folds a batch in memory and writes it at once', () => story.thenRows('notes', rows));
  it('gives the same one by one with a restart between', () => story.twice().thenRows('notes', rows));
  it('gives the same when rebuilt', () => story.rebuilt().thenRows('notes', rows));
  it('deletes a row that was written by an earlier batch', () =>
    projectionHarness(plain).given(noted(1), noted(2), forgotten, noted(3), forgotten).twice().thenRows('notes', []));
});

describe('a fold that also writes by itself', () => {
  /** Every event doubles all rows, by a statement of the projection's own, before it is added and again after it. */
  const mixed: Projection<{ notes: Note }> = {
    ...plain,
    apply: async (events, db) => {
      for (const event of events) {
        await db
          .updateTable('notes')
          .set((eb) => ({ total: eb('total', '*', 2) }))
          .execute();
        await applyRowFold(keyed, [event], db);
        await db
          .updateTable('notes')
          .set((eb) => ({ total: eb('total', '*', 2) }))
          .execute();
      }
    },
  };

  it('sees its own rows in between, remembered or not', () =>
    projectionHarness(mixed)
      .given(noted(1), noted(1))
      .on('note-2', noted(3))
      .on('note-1', noted(1))
      .twice()
      .thenRows('notes', [
        { id: 'note-1', total: 162 },
        { id: 'note-2', total: 24 },
      ]));

  it('upserts and appends in one batch, and folds on what was upserted', async () => {
    const both: Projection<{ notes: Note; lines: { id: string; amount: number } }> = {
      ...plain,
      createTables: () => [...plain.createTables(''), 'create table lines (id text, amount int8)'],
      apply: async (events, db) => {
        await upsertRows(db, 'notes', 'id', [
          { id: 'note-1', total: 100, last: '2026-01-05T01:00:00.000Z', amounts: [] },
        ]);
        for (const event of events) await applyRowFold(keyed, [event], db);
        await appendRows(
          db,
          'lines',
          events.map(({ event }, at) => ({ id: String(at), amount: (event.data as { amount: number }).amount })),
        );
      },
    };
    const story = projectionHarness(both).given(noted(1), noted(2));
    await story.thenRows('notes', [{ id: 'note-1', total: 103 }]);
    await story.thenRows('lines', [
      { id: '0', amount: 1 },
      { id: '1', amount: 2 },
    ]);
  });
});

/** Wrong on purpose: what it folds depends on how events are cut into batches. */
const countingFold = (batch: number): RowFold<Note> => ({
  ...keyed,
  fold: (row, recorded) => keyed.fold(row && { ...row, total: batch }, recorded),
});

describe('projectionHarness', () => {
  it('fails on a wrong row, a missing one and one too many', async () => {
    const story = projectionHarness(plain).given(noted(1));
    await expect(story.thenRows('notes', [{ total: 2 }])).rejects.toThrow();
    await expect(story.thenRows('notes', [])).rejects.toThrow();
    await expect(story.thenRows('notes', [{ total: 1 }, { total: 1 }])).rejects.toThrow();
  });

  it('fails when the fold refuses an event', async () => {
    const refusing: Projection<{ notes: Note }> = {
      ...plain,
      apply: () => Promise.reject(new Error('no such column')),
    };
    await expect(projectionHarness(refusing).given(noted(1)).thenRows('notes', [])).rejects.toThrow('no such column');
  });

  it('fails when batches change what a fold does', async () => {
    const counting: Projection<{ notes: Note }> = {
      ...plain,
      apply: (events, db) => applyRowFold(countingFold(events.length), events, db),
    };
    await expect(
      projectionHarness(counting)
        .given(noted(1), noted(1))
        .twice()
        .thenRows('notes', [{ total: 3 }]),
    ).rejects.toThrow();
  });
});

describe('applyVersionedFold', () => {
  const stack = new SpecStack('versioned_spec').install();
  const history = [
    { id: 'note-1', total: 1, valid_from: 1, valid_to: 2 },
    { id: 'note-1', total: 3, valid_from: 2, valid_to: 5 },
    { id: 'note-2', total: 9, valid_from: 3, valid_to: 4 },
    { id: 'note-1', total: 7, valid_from: 5, valid_to: null },
  ];
  const story = projectionHarness(versioned)
    .given(noted(1), noted(2))
    .on('note-2', noted(9), forgotten)
    .on('note-1', noted(4), noted(0));

  it('keeps every former row with the positions between which it held', () => story.thenRows('notes', history));
  it('gives the same one by one with a restart between', () => story.twice().thenRows('notes', history));
  it('gives the same when rebuilt', () => story.rebuilt().thenRows('notes', history));

  it('answers as of any position', async () => {
    const projection = { ...versioned, name: 'spec.as-of' };
    stack.project([projection]);
    stack.store.add('note-1', noted(1), noted(2));
    stack.store.add('note-2', noted(9), forgotten);
    stack.store.add('note-1', noted(4));
    await stack.until('seen', async () => (await stack.statusOf(projection.name))?.position === '5');
    const at = async (position?: bigint): Promise<Record<string, number>> => {
      const db = await stack.models.of(projection);
      const rows = await db.selectFrom('notes').select(['id', 'total']).where(asOf(position)).execute();
      return Object.fromEntries(rows.map(({ id, total }) => [id, total]));
    };
    expect(await at(0n)).toEqual({});
    expect(await at(1n)).toEqual({ 'note-1': 1 });
    expect(await at(3n)).toEqual({ 'note-1': 3, 'note-2': 9 });
    expect(await at(4n)).toEqual({ 'note-1': 3 });
    expect(await at(5n)).toEqual({ 'note-1': 7 });
    expect(await at()).toEqual({ 'note-1': 7 });
  });
});
