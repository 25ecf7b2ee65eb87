import { join } from 'node:path';
import { asked, experimentNames } from './words';

const root = join(__dirname, '../../..');

describe('the words after a suite', () => {
  it('choose every suite without a word', () => {
    expect(asked([], root)).toMatchObject({ suites: [], rest: [], long: false, env: {} });
  });

  it('call an experiment by its name, not those whose names begin alike', () => {
    const { suites, rest, env } = asked(['chaos', 'kill-between-steps', '--seed', '1051517027'], root);
    expect(suites.map(({ name }) => name)).toEqual(['chaos']);
    expect(rest).toEqual(['--testPathPatterns', '/chaos/(kill-between-steps)\\.spec\\.ts$']);
    expect(env).toEqual({ HOPTAC_CHAOS_SEED: '1051517027' });
  });

  it('ask for the long form with rounds of its own or the usual ones', () => {
    expect(asked(['chaos', 'freeze', '--long'], root)).toMatchObject({ long: true, env: { HOPTAC_CHAOS_ROUNDS: '5' } });
    expect(asked(['chaos', '--rounds', '20'], root)).toMatchObject({ long: true, env: { HOPTAC_CHAOS_ROUNDS: '20' } });
  });

  it('choose files in another suite and leave what follows -- to jest', () => {
    expect(asked(['int', 'libs/dossiers', '--', '-t', 'files'], root).rest).toEqual([
      '--testPathPatterns',
      'libs/dossiers',
      '-t',
      'files',
    ]);
  });

  it.each([
    [['nothing'], /There is no suite nothing/],
    [['int', 'unit', 'nothing'], /There is no suite nothing/],
    [['chaos', 'kill'], /There is no experiment kill/],
    [['int', '--long'], /--long is for experiments only/],
    [['chaos', '--seed', 'x'], /--seed takes a positive whole number/],
  ])('are refused with what there is: %j', (words, message) => {
    expect(() => asked(words, root)).toThrow(message);
  });

  it('know every experiment', () => {
    expect(experimentNames(root)).toEqual(expect.arrayContaining(['double-press', 'event-node/kill']));
  });
});
