import { Client } from 'pg';
import { decimalNumber, instantText, wholeNumber } from './column-types';
import { isDatabaseOutage, isLostRace, isMissingTable } from './outage';
import { ReadDb, safeSchemaName } from './read-db';

const failed = (code: string, message = 'failed'): Error => Object.assign(new Error(message), { code });

describe('isDatabaseOutage', () => {
  it.each([
    ['a refused socket', failed('ECONNREFUSED')],
    ['a socket cut', failed('ECONNRESET')],
    ['a server going down', failed('57P01')],
    ['a server coming up', failed('57P03')],
    ['a statement beyond its time', failed('57014')],
    ['no connection left', failed('53300')],
    ['a full disk', failed('53100')],
    ['tables that were lost', failed('42P01')],
    ['pg without a code', new Error('Connection terminated unexpectedly')],
    ['a pool that waited in vain', new Error('timeout exceeded when trying to connect')],
    ['one of many', new AggregateError([failed('ECONNREFUSED'), failed('ECONNREFUSED')])],
    ['a cause', new Error('could not read the list', { cause: failed('08006') })],
    ['a read model in the making', Object.assign(new Error('building'), { name: 'ReadModelNotReady' })],
  ])('knows %s', (_name, error) => {
    expect(isDatabaseOutage(error)).toBe(true);
  });

  it.each([
    ['a broken unique index', failed('23505')],
    ['a wrong statement', failed('42601')],
    ['a deadlock', failed('40P01')],
    ['a mistake of ours', new TypeError('x is undefined')],
    ['something thrown that is no error', 'ECONNREFUSED'],
  ])('does not take %s for one', (_name, error) => {
    expect(isDatabaseOutage(error)).toBe(false);
  });

  it('knows what pg itself throws when nobody listens', async () => {
    const db = new ReadDb({ url: 'postgres://nobody@127.0.0.1:1/none', connectTimeoutMs: 500 });
    const error = await db.pool.query('select 1').catch((thrown: unknown) => thrown);
    expect(isDatabaseOutage(error)).toBe(true);
    const ended: unknown = await new Client({ host: '127.0.0.1', port: 1 })
      .connect()
      .catch((thrown: unknown) => thrown);
    expect(isDatabaseOutage(ended)).toBe(true);
    await db.close();
  });
});

it('tells missing tables from missing columns', () => {
  expect([failed('42P01'), failed('3F000'), failed('42703')].map(isMissingTable)).toEqual([true, true, false]);
});

it('tells lost races from other failures', () => {
  expect([failed('40001'), failed('40P01'), failed('23505')].map(isLostRace)).toEqual([true, true, false]);
});

describe('column values', () => {
  it('takes whole numbers only while they are safe', () => {
    expect(wholeNumber('9007199254740991')).toBe(9_007_199_254_740_991);
    expect(() => wholeNumber('9007199254740993')).toThrow(RangeError);
    expect(() => decimalNumber('90071992547409930')).toThrow(RangeError);
    expect(decimalNumber('-12.50')).toBe(-12.5);
  });

  it('reads timestamps as UTC instants', () => {
    expect(instantText('2026-07-23 07:30:00.123456+07')).toBe('2026-07-23T00:30:00.123Z');
    expect(instantText('2026-07-23 00:30:00+00')).toBe('2026-07-23T00:30:00.000Z');
  });
});

it('refuses a schema name that would need quoting', () => {
  expect(safeSchemaName('dossiers_queue_v1_1')).toBe('dossiers_queue_v1_1');
  expect(() => safeSchemaName('x; drop schema public')).toThrow(RangeError);
});
