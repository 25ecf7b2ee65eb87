import { compareLayout, LAYOUT_VERSION } from './layout-version';

describe('version of the data folder', () => {
  it.each([
    [LAYOUT_VERSION, 'same'],
    [LAYOUT_VERSION - 1, 'older'],
    [LAYOUT_VERSION + 1, 'newer'],
  ] as const)('%d is the %s', (found, answer) => {
    expect(compareLayout(found)).toBe(answer);
  });
});
