import { inputs, outcomes, outcomesOf } from '../testing/check-law';
import * as the from '../testing/founding';
import { checkFounding } from './checks';

const chair = the.elected('m-1', 'boardChair');

describe('offices that exclude each other', () => {
  it('are not held by one person, whoever else is elected', () => {
    const held = (...elected: ReturnType<typeof the.elected>[]) => outcomesOf({ elected })['officersCompatible'];
    expect(held(chair, the.elected('m-2', 'supervisoryHead'))).toBe('passed');
    expect(held(chair, the.elected('m-1', 'supervisor'))).toBe('failed');
    expect(held(the.elected('m-1', 'director'), the.elected('m-1', 'controller'))).toBe('failed');
    expect(held(chair, the.elected('m-1', 'director'), the.elected('m-2', 'supervisor'))).toBe('passed');
  });

  it('are for official members, except a manager hired under full governance', () => {
    const stranger = (office: 'boardMember' | 'director' | 'controller') => [chair, the.elected('x-9', office)];
    expect(outcomesOf({ elected: stranger('director') })['officersCompatible']).toBe('passed');
    expect(outcomesOf({ elected: stranger('boardMember') })['officersCompatible']).toBe('failed');
    expect(
      outcomesOf({ governance: 'simplified', elected: [the.elected('x-9', 'director')] })['officersCompatible'],
    ).toBe('failed');
  });

  it('leave to a person whether a stranger stands for an organisation that is a member, or when nobody was named', () => {
    const members = [1, 2, 3, 4, 5].map((number) => the.member(number, { organisationCode: `170000000${number}` }));
    expect(outcomesOf({ members, elected: [the.elected('x-9', 'boardChair')] })['officersCompatible']).toBe(
      'undecided',
    );
    const { elected, ...nobodyNamed } = the.application();
    expect(elected).toHaveLength(3);
    expect(outcomes({ application: nobodyNamed })['officersCompatible']).toBe('undecided');
  });
});

describe('the legal representative', () => {
  it('is free when the register knows of no other organisation', () => {
    expect(outcomes()['representativeFree']).toBe('passed');
  });

  it('is a person’s to judge when he stands for another, which is named with its legal status', () => {
    const represents = [{ name: 'Hợp tác xã Rau sạch', legalStatus: 'NOT_AT_ADDRESS' }];
    const found = checkFounding(inputs({ representative: { identified: true, represents } }));
    expect(found.find(({ check }) => check === 'representativeFree')).toEqual({
      check: 'representativeFree',
      outcome: 'undecided',
      article: 'L23 Art. 62.4',
      evidence: 'to_confirm',
      inputs: { identified: true, otherOrganisations: 1, represents: 'Hợp tác xã Rau sạch (NOT_AT_ADDRESS)' },
    });
  });

  it('is a person’s to judge when nothing was declared by which he could be found', () => {
    expect(outcomes({ representative: { identified: false, represents: [] } })['representativeFree']).toBe('undecided');
  });
});
