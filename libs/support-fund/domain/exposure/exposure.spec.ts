import { fold, type CommandMetadata } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import {
  exposureDefinition,
  exposureOf,
  type DrawExposure,
  type ExposureEvent,
  type ReserveExposure,
} from './exposure.decider';

const { decider } = exposureDefinition;
const at = '2026-02-01T02:00:00.000Z' as const;
const metadata: CommandMetadata = { now: at, commandId: 'c', actor: { personId: 'p', role: 'fundDirector' } };
const basis = {
  actualCharterCapital: 20_000_000_000,
  singleBorrowerShare: 1_500,
  relatedShare: 2_500,
  on: '2026-02-01',
} as const;
const reserve = (
  applicationId: string,
  amount: number,
  borrower = 'a',
  related: string[] = [],
  repaid = {},
): ReserveExposure => ({
  type: 'ReserveExposure',
  data: {
    request: {
      fundId: 'f',
      applicationId,
      borrower: `organisation:${borrower}`,
      related: related.map((id) => `organisation:${id}` as const),
      amount,
      basis,
    },
    repaid,
  },
  metadata,
});
const draw = (trancheId: string, amount: number, capital = 20_000_000_000): DrawExposure => ({
  type: 'DrawExposure',
  data: {
    fundId: 'f',
    applicationId: 'x',
    trancheId,
    amount,
    basis: { ...basis, actualCharterCapital: capital },
    repaid: {},
  },
  metadata,
});
const after = (...commands: (ReserveExposure | DrawExposure)[]): ExposureEvent[] => {
  const events: ExposureEvent[] = [];
  for (const command of commands) events.push(...decider.decide(command, fold(decider, events)));
  return events;
};

it('one borrower takes 15 % of the actual charter capital, and not a đồng more', () => {
  expect(after(reserve('x', 3_000_000_000))).toHaveLength(1);
  given(decider).when(reserve('x', 3_000_000_001)).thenRefused('SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED');
  given(decider, ...after(reserve('x', 2_000_000_000)))
    .when(reserve('y', 1_000_000_001))
    .thenRefused('SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED');
});

it('a borrower with those related to him takes 25 %, whoever named the other', () => {
  const events = after(reserve('x', 3_000_000_000), reserve('y', 2_000_000_000, 'b', ['a']));
  given(decider, ...events)
    .when(reserve('z', 1, 'c', ['a', 'b']))
    .thenRefused('SUPPORT_FUND.RELATED_LIMIT_EXCEEDED');
  expect(exposureOf(fold(decider, events), 'organisation:a', [])).toEqual({
    borrower: 3_000_000_000,
    withRelated: 5_000_000_000,
  });
});

it('of two tranches that want the same room exactly one wins; the same tranche twice is one', () => {
  const events = after(reserve('x', 3_000_000_000), draw('t-1', 2_000_000_000));
  given(decider, ...events)
    .when(draw('t-2', 2_000_000_000))
    .thenRefused('SUPPORT_FUND.TRANCHE_BEYOND_DECISION');
  given(decider, ...events)
    .when(draw('t-1', 2_000_000_000))
    .thenNothing();
});

it('asks the limits again at each tranche, by the capital of the day', () => {
  given(decider, ...after(reserve('x', 3_000_000_000)))
    .when(draw('t-1', 1_000_000_000, 19_000_000_000))
    .thenRefused('SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED');
});

it('what was repaid makes room again', () => {
  const events = after(reserve('x', 3_000_000_000), draw('t-1', 3_000_000_000));
  given(decider, ...events)
    .when(reserve('y', 1))
    .thenRefused('SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED');
  expect(
    after(
      reserve('x', 3_000_000_000),
      draw('t-1', 3_000_000_000),
      reserve('y', 500_000_000, 'a', [], { x: 500_000_000 }),
    ).map(({ type }) => type),
  ).toEqual(['ExposureReserved', 'ExposureDrawn', 'ExposureRepaid', 'ExposureReserved']);
});
