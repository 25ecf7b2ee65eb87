import { stretches } from './timeline';

it.each([
  [[], []],
  [[7], [{ from: 7, most: 1 }]],
  [[9, 8, 7], [{ from: 7, most: 3 }]],
  [
    [1, 3, 100, 101],
    [
      { from: 1, most: 3 },
      { from: 100, most: 2 },
    ],
  ],
])('revisions %j are read as %j', (revisions, expected) => {
  expect(stretches(revisions)).toEqual(expected);
});
