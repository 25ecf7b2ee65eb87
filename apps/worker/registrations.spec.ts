import { FoundingRegistrationActivities } from '@hoptac/dossiers';
import { notAllowedNow } from '@hoptac/kernel';
import { CASE_READING, activitiesOf } from '@hoptac/temporal';
import { ApplicationFailure } from '@temporalio/common';
import {
  CORRESPONDENCE_COMMANDS,
  CORRESPONDENCE_EXCHANGES,
  CORRESPONDENCE_QUEUE,
} from '@workflows/correspondence/correspondence.contract';
import { SUSPENSION_COMMANDS, SUSPENSION_EXCHANGES } from '@workflows/deadline-suspension/deadline-suspension.contract';
import { DRAFT_COMMANDS } from '@workflows/draft-keeping/draft-keeping.contract';
import {
  FOUNDING_COMMANDS,
  FOUNDING_EXCHANGES,
  REGISTRATION_QUEUE,
} from '@workflows/founding-registration/founding-registration.contract';
import { LOAN_COMMANDS } from '@workflows/loan/loan.contract';
import { LOAN_APPLICATION_COMMANDS, SUPPORT_FUND_QUEUE } from '@workflows/loan-application/loan-application.contract';
import { CASE_CATEGORIES } from '@workflows/categories';
import { REGISTRATIONS } from './registrations';

/** Gives instances without their parts: only the methods are looked at. */
const container = { get: (type: unknown): never => Object.create((type as { prototype: object }).prototype) as never };

it('registers every method of every activities interface', () => {
  const registered = Object.fromEntries(
    REGISTRATIONS.map(({ taskQueue, activities }) => [taskQueue, Object.keys(activities(container)).sort()]),
  );
  expect(registered).toEqual({
    [REGISTRATION_QUEUE]: [
      ...CASE_READING,
      ...DRAFT_COMMANDS,
      ...SUSPENSION_COMMANDS,
      ...SUSPENSION_EXCHANGES,
      ...FOUNDING_COMMANDS,
      ...FOUNDING_EXCHANGES,
    ].sort(),
    [SUPPORT_FUND_QUEUE]: [...CASE_READING, ...LOAN_APPLICATION_COMMANDS, ...LOAN_COMMANDS].sort(),
    [CORRESPONDENCE_QUEUE]: [...CASE_READING, ...CORRESPONDENCE_COMMANDS, ...CORRESPONDENCE_EXCHANGES].sort(),
  });
});

it('has a task queue for every kind of case', () => {
  const queues = REGISTRATIONS.map(({ taskQueue }) => taskQueue);
  expect(CASE_CATEGORIES.filter(({ taskQueue }) => !queues.includes(taskQueue))).toEqual([]);
});

it('names the method that an implementation lacks', () => {
  const broken = Object.create(FoundingRegistrationActivities.prototype, {
    lapseDossier: { value: undefined },
  }) as object;
  expect(() => activitiesOf(broken as FoundingRegistrationActivities, FOUNDING_COMMANDS)).toThrow(
    'has no activity lapseDossier',
  );
});

it('makes refusals of the domain final and leaves outages to be tried again', async () => {
  const outage = new Error('ECONNREFUSED');
  const activities = activitiesOf(
    {
      refuse: () => Promise.reject(notAllowedNow('DOSSIERS.CLOSED', 'The dossier is closed', { status: 'Refused' })),
      fail: () => Promise.reject(outage),
      give: (request: { readonly n: number }) => Promise.resolve(request.n + 1),
    },
    ['refuse', 'fail', 'give'],
  );
  const refusal: unknown = await activities['refuse']?.().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApplicationFailure);
  expect(refusal).toMatchObject({ type: 'DOSSIERS.CLOSED', nonRetryable: true, details: [{ status: 'Refused' }] });
  await expect(activities['fail']?.()).rejects.toBe(outage);
  await expect(activities['give']?.({ n: 1 } as never)).resolves.toBe(2);
});
