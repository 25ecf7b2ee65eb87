import { durationText, millisecondsOf } from './clock.command';

it.each([
  ['60d', 60 * 86_400_000],
  ['36h', 36 * 3_600_000],
  ['2w', 14 * 86_400_000],
  [' 90m ', 90 * 60_000],
  ['5ms', 5],
])('reads %p', (text, ms) => {
  expect(millisecondsOf(text)).toBe(ms);
});

it.each(['60', 'd', '0d', '-3d', '1.5d', '60 d', '1y', ''])('refuses %p', (text) => {
  expect(() => millisecondsOf(text)).toThrow('is no duration');
});

it('writes a span as people read it', () => {
  expect(durationText(60 * 86_400_000 + 4 * 3_600_000 + 61_000)).toBe('60d 4h 1m');
});
