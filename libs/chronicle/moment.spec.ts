import { readAsOf } from './moment';

describe('?asOf=', () => {
  it.each([
    ['123456', { position: 123456n }],
    ['2026-11-22T07:20:00.000Z', { instant: '2026-11-22T07:20:00.000Z' }],
    ['2026-11-22T14:20:00.5+07:00', { instant: '2026-11-22T07:20:00.500Z' }],
    ['2026-11-22T14:20:30', { instant: '2026-11-22T07:20:30.999Z' }],
    ['2026-11-22T14:20', { instant: '2026-11-22T07:20:59.999Z' }],
    ['2026-11-22', { instant: '2026-11-22T16:59:59.999Z' }],
  ])('%s', (text, meant) => {
    expect(readAsOf(text)).toEqual(meant);
  });

  it.each(['2026-13-01', '2026-11-22T25:00', 'yesterday', '', '-1', '2026-11-22 14:20'])('«%s» is refused', (text) => {
    expect(() => readAsOf(text)).toThrow(expect.objectContaining({ code: 'CHRONICLE.AS_OF_INVALID' }) as Error);
  });
});
