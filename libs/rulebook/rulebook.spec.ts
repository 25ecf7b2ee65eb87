import { loadCalendar } from '@hoptac/calendar';
import type { LocalDate, RegimeId } from '@hoptac/kernel';
import { editionModule, loadRulebook, rulebookOfVersion, rulebookVersion, type RulebookSubject } from './index';
import { EARLIER_EDITIONS } from './data/editions';

const rulebook = loadRulebook();
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'not refused';
};

describe('regimes', () => {
  it.each<[LocalDate, RegimeId]>([
    ['2013-07-01', 'R1'],
    ['2024-06-30', 'R1'],
    ['2024-07-01', 'R2'],
    ['2025-06-30', 'R2'],
    ['2025-07-01', 'R3'],
    ['2026-07-22', 'R3'],
    ['2026-07-23', 'R4'],
    ['2040-01-01', 'R4'],
  ])('on %s: %s', (date, regime) => {
    expect(rulebook.regimeOn(date)).toBe(regime);
  });

  it('knows none before the law of 2012', () => {
    expect(refusal(() => rulebook.regimeOn('2013-06-30'))).toBe('RULEBOOK.NO_REGIME');
  });

  it('refuses what is no day', () => {
    expect(refusal(() => rulebook.regimeOn('2026-02-30'))).toBe('RULEBOOK.DATE_INVALID');
    expect(refusal(() => rulebook.value('minimumMembers.cooperative', '2026-02-30'))).toBe('RULEBOOK.DATE_INVALID');
  });
});

describe('one question on two days has two lawful answers', () => {
  it('withdrawal: 3 working days before 23 July 2026, 1 from then on', () => {
    const limit = (receivedOn: LocalDate) => {
      const regime = rulebook.regimeOfDossier({ procedure: 'P01', receivedOn, decidedOn: receivedOn });
      return rulebook.procedure('P03', regime).timer('withdrawalDecision');
    };
    expect(limit('2026-07-22')).toMatchObject({
      amount: 3,
      unit: 'working-day',
      article: 'D92 Art. 19.7',
      evidence: 'verified',
    });
    expect(limit('2026-07-23')).toMatchObject({
      amount: 1,
      unit: 'working-day',
      article: 'D295 Art. 19.7',
      evidence: 'verified',
    });
  });

  it('minimum members: 7 and 4 before 1 July 2024, 5 and 3 from then on', () => {
    expect(rulebook.value('minimumMembers.cooperative', '2024-06-30')).toMatchObject({
      value: 7,
      evidence: 'secondary',
    });
    expect(rulebook.value('minimumMembers.cooperative', '2024-07-01')).toMatchObject({
      value: 5,
      article: 'L23 Art. 4.7',
    });
    expect(rulebook.valueInRegime('minimumMembers.cooperativeUnion', 'R1').value).toBe(4);
    expect(rulebook.valueInRegime('minimumMembers.cooperativeUnion', 'R4').value).toBe(3);
  });

  it('the special majority of a general meeting: 75 %, then 65 %', () => {
    expect(rulebook.valueInRegime('generalMeeting.specialMajority', 'R1').value).toBe(7500);
    expect(rulebook.valueInRegime('generalMeeting.specialMajority', 'R2').value).toBe(6500);
  });

  it('who receives: the district, the commune of the head office, any commune of the province', () => {
    const receives = (regime: RegimeId) => rulebook.procedure('P01', regime).actor('receives');
    expect(receives('R2')).toMatchObject({ level: 'district', reach: 'headOffice' });
    expect(receives('R3')).toMatchObject({ level: 'commune', reach: 'headOffice', evidence: 'secondary' });
    expect(receives('R4')).toMatchObject({
      level: 'commune',
      reach: 'province',
      article: 'D295 Art. 4.7; D295 Art. 19',
    });
    expect(rulebook.procedure('P01', 'R4').actor('decides')).toMatchObject({ level: 'commune', reach: 'headOffice' });
  });
});

describe('dossiers pending when the law changes', () => {
  it.each<[string, string, LocalDate, LocalDate, RegimeId]>([
    ['received and decided in one regime', 'P01', '2026-08-01', '2026-08-04', 'R4'],
    ['1 July 2024: finished under the new decree', 'P01', '2024-06-28', '2024-07-18', 'R2'],
    ['before the new decree there is nothing to move to', 'P01', '2024-06-28', '2024-07-10', 'R1'],
    ['1 July 2025: handled by the commune', 'P01', '2025-06-30', '2025-07-01', 'R3'],
    ['23 July 2026: a founding stays under the old decree', 'P01', '2026-07-22', '2026-07-24', 'R3'],
    ['23 July 2026: a voluntary dissolution moves', 'P19', '2026-07-22', '2026-07-24', 'R4'],
    ['23 July 2026: a suspension moves', 'P11', '2026-07-22', '2026-07-24', 'R4'],
    ['23 July 2026: the end of a group moves', 'T05', '2026-07-22', '2026-07-24', 'R4'],
    ['23 July 2026: a change stays', 'P04', '2026-07-22', '2026-07-24', 'R3'],
    ['over two switches', 'P01', '2025-06-01', '2026-08-01', 'R3'],
    ['over three switches, a dissolution', 'P19', '2024-06-01', '2026-08-01', 'R4'],
    ['over three switches, a founding', 'P01', '2024-06-01', '2026-08-01', 'R3'],
  ])('%s', (_what, procedure, receivedOn, decidedOn, regime) => {
    expect(rulebook.regimeOfDossier({ procedure, receivedOn, decidedOn })).toBe(regime);
  });

  it('says by which article', () => {
    const dossier = { procedure: 'P01', receivedOn: '2026-07-22', decidedOn: '2026-07-24' } as const;
    expect(rulebook.explainRegime(dossier).switches).toMatchObject([
      { from: 'R3', to: 'R4', moved: false, article: 'D295 Art. 67', evidence: 'verified' },
    ]);
  });

  it('marks as to be confirmed what no text settles', () => {
    const dossier = { procedure: 'P01', receivedOn: '2024-06-28', decidedOn: '2024-07-10' } as const;
    expect(rulebook.explainRegime(dossier).switches).toMatchObject([{ moved: false, evidence: 'to_confirm' }]);
  });

  it('refuses a decision before the receipt, and a procedure that does not exist', () => {
    const dates = { receivedOn: '2026-08-02', decidedOn: '2026-08-01' } as const;
    expect(refusal(() => rulebook.regimeOfDossier({ procedure: 'P01', ...dates }))).toBe('RULEBOOK.DATES_REVERSED');
    expect(refusal(() => rulebook.regimeOfDossier({ procedure: 'P99', ...dates }))).toBe('RULEBOOK.PROCEDURE_UNKNOWN');
    expect(refusal(() => rulebook.regimeOfDossier({ procedure: 'toString', ...dates }))).toBe(
      'RULEBOOK.PROCEDURE_UNKNOWN',
    );
  });
});

describe('founding registration', () => {
  const kinds = (regime: RegimeId, facts = {}) =>
    rulebook
      .procedure('P01', regime)
      .requiredDocuments(facts)
      .map(({ kind }) => kind);
  const usual = ['registrationRequest', 'charter', 'conferenceResolution', 'memberList', 'legalRepresentativeList'];

  it('asks for five papers where nobody is foreign', () => {
    expect(kinds('R2')).toEqual(usual);
    expect(kinds('R4')).toEqual(usual);
  });

  it('asks foreign investors for their certificates', () => {
    const foreign = { foreignIndividualInvestor: true, foreignParticipation: true };
    expect(kinds('R3', foreign)).toEqual([...usual, 'foreignInvestorCertificate', 'projectInvestmentCertificate']);
    expect(kinds('R4', foreign)).toEqual([...usual, 'foreignInvestorCertificate', 'projectInvestmentCertificate']);
  });

  it('takes a commitment instead of the project certificate, from 23 July 2026 on', () => {
    const facts = { foreignParticipation: true, foundedBeforeInvestmentCertificate: true };
    expect(kinds('R3', facts)).toEqual([...usual, 'projectInvestmentCertificate']);
    expect(kinds('R4', facts)).toEqual([...usual, 'marketAccessCommitment']);
  });

  it('names each paper in Vietnamese with its article', () => {
    expect(rulebook.procedure('P01', 'R4').documents[1]).toMatchObject({
      nameVi: 'Điều lệ',
      article: 'L23 Art. 42.2.b',
      evidence: 'verified',
    });
  });

  it('gives limits that the calendar can count', () => {
    const founding = rulebook.procedure('P01', 'R4').period('decision', '2026-11-20');
    expect(loadCalendar().count(founding)).toMatchObject({
      dueOn: '2026-11-26',
      article: 'L23 Art. 42.4',
      toConfirm: false,
    });
    const answer = rulebook.procedure('P02', 'R4').period('correctionAnswer', '2026-11-20');
    expect(loadCalendar().count(answer)).toMatchObject({ dueOn: '2027-01-19', toConfirm: true });
  });

  it('lists grounds of refusal and conditions of receipt with the article of the regime', () => {
    const grounds = (regime: RegimeId) =>
      rulebook.procedure('P01', regime).refusalGrounds.map(({ ground, article }) => [ground, article]);
    expect(grounds('R4')).toEqual([
      ['violationNotice', 'D295 Art. 32'],
      ['dissolving', 'D295 Art. 32'],
      ['notAtAddress', 'D295 Art. 32.1.c'],
      ['authorityBlock', 'D295 Art. 32.3'],
      ['conditionsNotMet', 'L23 Art. 44.1'],
    ]);
    expect(
      grounds('R3')
        .slice(0, 4)
        .every(([, article]) => article === 'D92 Art. 33'),
    ).toBe(true);
    expect(rulebook.procedure('P01', 'R3').receivingConditions.map(({ article }) => article)).toEqual(
      Array(4).fill('D92 Art. 19.2'),
    );
  });

  it('does not pretend to know the procedure of 2013–2024', () => {
    expect(refusal(() => rulebook.procedure('P01', 'R1'))).toBe('RULEBOOK.PROCEDURE_NOT_IN_REGIME');
    expect(refusal(() => rulebook.procedure('P19', 'R4'))).toBe('RULEBOOK.PROCEDURE_UNKNOWN');
    expect(refusal(() => rulebook.procedure('P01', 'R4').timer('withdrawalDecision'))).toBe('RULEBOOK.TIMER_UNKNOWN');
    expect(refusal(() => rulebook.procedure('P03', 'R4').actor('assignsCode'))).toBe('RULEBOOK.ACTOR_UNKNOWN');
    expect(refusal(() => rulebook.procedure('P01', 'R9' as RegimeId))).toBe('RULEBOOK.NO_REGIME');
    expect(refusal(() => rulebook.value('toString' as RulebookSubject, '2026-11-22'))).toBe('RULEBOOK.NO_VALUE');
    expect(refusal(() => rulebook.value('beneficialOwner.minimumShare', '2026-07-22'))).toBe('RULEBOOK.NO_VALUE');
  });
});

describe('the version', () => {
  it('is the same for the same content and another after any change', () => {
    expect(rulebookVersion()).toBe(loadRulebook().version);
    const { source } = rulebook;
    expect(loadRulebook({ ...source }).version).toBe(rulebook.version);
    const changed = {
      ...source,
      values: {
        ...source.values,
        'capital.maximumMemberShare.cooperative': [
          { value: 2900, article: 'L23 Art. 74.1', evidence: 'verified', from: '2024-07-01' },
        ],
      },
    } as const;
    expect(loadRulebook(changed).version).not.toBe(rulebook.version);
  });

  it('finds the edition that a case started under, and never another', () => {
    const { source } = rulebook;
    const earlier = {
      ...source,
      procedureIndex: { ...source.procedureIndex, P01: { nameVi: 'Tên cũ', nameEn: 'Old' } },
    };
    const { version } = loadRulebook(earlier);
    expect(rulebookOfVersion(rulebookVersion())).toBe(rulebook);
    expect(rulebookOfVersion(version, [source, earlier]).procedure('P01', 'R4').nameVi).toBe('Tên cũ');
    expect(refusal(() => rulebookOfVersion(version))).toBe('RULEBOOK.VERSION_NOT_SHIPPED');
  });

  it('is frozen as a module that says the same, whatever the texts hold', () => {
    const { source } = rulebook;
    const odd = {
      ...source,
      procedureIndex: { ...source.procedureIndex, P01: { nameVi: '`${a}` \\ "b"', nameEn: 'x\n' } },
    };
    const frozen = /String\.raw`(.*)`\)/s.exec(editionModule(loadRulebook(odd)))?.[1] ?? '';
    expect(frozen).not.toMatch(/`|\$\{/);
    expect(loadRulebook(JSON.parse(frozen) as typeof source).version).toBe(loadRulebook(odd).version);
    expect(editionModule()).toContain(`Rulebook ${rulebook.version} as it was`);
  });

  it('has only lawful earlier editions, each another', () => {
    const versions = [rulebook.source, ...EARLIER_EDITIONS].map((edition) => loadRulebook(edition).version);
    expect(new Set(versions).size).toBe(versions.length);
  });
});
