import type { Command, Decider, DomainEvent } from '@hoptac/kernel';
import { notAllowedNow } from '@hoptac/kernel';
import { AssertionError } from 'node:assert';
import { given } from './decider-specification';

type Lit = DomainEvent<'LampLit', { by: string }>;
type Light = Command<'LightLamp', { by: string }>;
const lamp: Decider<{ lit: boolean; broken: boolean }, Light, Lit> = {
  initialState: () => ({ lit: false, broken: false }),
  evolve: (state) => ({ ...state, lit: true }),
  decide: ({ data }, state) => {
    if (data.by === 'nobody') throw notAllowedNow('LAMPS.NOBODY', 'Nobody cannot');
    if (data.by === 'bug') throw new TypeError('a bug');
    return state.lit ? [] : [{ type: 'LampLit', data }];
  },
};
const light = (by: string): Light => ({
  type: 'LightLamp',
  data: { by },
  metadata: { now: '2026-11-22T05:00:00Z', commandId: 'c', actor: { personId: 'p', role: 'officer' } },
});
const lit = (by: string): Lit => ({ type: 'LampLit', data: { by } });

describe('given · when · then', () => {
  it('holds when it is so', () => {
    given(lamp).when(light('An')).then(lit('An')).when(light('An')).thenNothing();
    expect(given(lamp, lit('An')).when(light('nobody')).thenRefused('LAMPS.NOBODY').kind).toBe('not-allowed-now');
  });

  it.each([
    ['other events', () => given(lamp).when(light('An')).then(lit('Bình'))],
    ['events instead of none', () => given(lamp).when(light('An')).thenNothing()],
    ['none instead of events', () => given(lamp, lit('An')).when(light('An')).then(lit('An'))],
    ['events instead of a refusal', () => given(lamp).when(light('An')).thenRefused('LAMPS.NOBODY')],
    ['another refusal', () => given(lamp).when(light('nobody')).thenRefused('LAMPS.OTHER')],
  ])('fails on %s', (_what, sentence) => {
    expect(sentence).toThrow(AssertionError);
  });

  it('does not take a bug for a refusal', () => {
    expect(() => given(lamp).when(light('bug')).thenRefused('LAMPS.NOBODY')).toThrow(TypeError);
  });
});
