import { isBusy } from './load';

describe('a busy machine', () => {
  it.each([
    ['is one that others use by more than a quarter', { cores: 2, share: 0.3, minute: 0.1 }, true],
    ['is one with a last minute above half of its cores', { cores: 2, share: 0.05, minute: 1.1 }, true],
    ['is none at rest', { cores: 2, share: 0.05, minute: 0.9 }, false],
  ])('%s', (_what, load, expected) => {
    expect(isBusy(load)).toBe(expected);
  });
});
