import { BUSINESS_LINES } from '.';

it('lists level-4 lines in order, each code once', () => {
  const codes = BUSINESS_LINES.lines.map(({ code }) => code);
  expect(codes.every((code) => /^\d{4}$/.test(code))).toBe(true);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(BUSINESS_LINES.lines.every(({ name }) => name === name.trim() && name.length > 3)).toBe(true);
  expect(codes.length).toBeGreaterThan(300);
});
