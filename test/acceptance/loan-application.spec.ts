import { appraisalBody, lendingRules, pendingChanges, uploadLoanPapers } from '@hoptac/demo';
import { randomUUID } from 'node:crypto';
import { advanceTo } from '../support/clock';
import { eventually } from '../support/eventually';
import { Lending, type LoanStep } from '../support/lending-case';
import { done, refusal } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(180_000);

/** 20 billion: 3 billion for one borrower, 5 with related persons (D45 Art. 23.2). */
const CAPITAL = 20_000_000_000;

describe('Hồ sơ đề nghị vay vốn của Quỹ hỗ trợ phát triển hợp tác xã (D45 Art. 20–26, 31)', () => {
  let lending: Lending;
  let organisation: string;

  beforeAll(async () => {
    lending = await Lending.open(CAPITAL);
    organisation = await lending.cooperative();
  });
  afterAll(closeRecord);

  it('knows the borrower from the register, and says what the limits leave', async () => {
    const { applicant } = lending.province;
    const path = `/api/support-fund/borrowers/${organisation}?fundId=${lending.fundId}`;
    expect(done(await applicant.get(path))).toMatchObject({
      organisationId: organisation,
      kind: 'cooperative',
      legalStatus: 'ACTIVE',
      mayBorrow: true,
      roomLeft: 3_000_000_000,
      requiredPapers: ['businessPlan', 'meetingResolution'],
    });
  });

  it('goes from application to contract and security over the council, each step said in plain words', async () => {
    const { applicant, otherApplicant } = lending.province;
    const { officer, otherOfficer, chair, member, otherMember, director } = lending.fund;
    const amount = 500_000_000;
    const loan = await lending.apply(organisation, amount);
    const first = await loan.page();
    expect(first).toMatchObject({
      status: 'Submitted',
      limit: { what: 'check', late: false },
      journey: { waitingFor: 'officer', now: { vi: expect.stringContaining('kiểm tra hồ sơ') } },
      allowedActions: ['withdrawApplication'],
    });
    expect(first.findings.every(({ outcome }) => outcome === 'passed')).toBe(true);
    expect(refusal(await otherApplicant.get(`/api/support-fund/applications/${loan.id}`)).status).toBe(403);

    await loan.does(officer, 'checks', { outcome: 'complete' });
    await loan.does(officer, 'claims');
    expect(refusal(await loan.step(otherOfficer, 'claims')).code).toBe('SUPPORT_FUND.HAS_APPRAISER');
    const report = appraisalBody(amount, await lending.today());
    const preview = done(
      await officer.post(`/api/support-fund/applications/${loan.id}/terms-previews`, { terms: report.terms }),
    );
    expect(preview).toMatchObject({ canRepay: true, body: 'council' });
    const { position } = await loan.does(officer, 'appraisals', report);
    const before = await loan.page(chair, position);
    expect(before.allowedActions).toEqual(expect.arrayContaining(['castVote', 'concludeVote']));
    expect(before.staff?.report?.body).toBe('council');
    expect((await loan.page(applicant, position)).staff).toBeUndefined();

    expect(refusal(await loan.step(director, 'decisions', { outcome: 'approve', reason: 'x' })).code).toBe(
      'SUPPORT_FUND.OTHER_BODY_DECIDES',
    );
    await loan.does(otherMember, 'bonds', { bond: 'family', note: 'Em ruột của Giám đốc hợp tác xã' });
    expect(refusal(await loan.step(otherMember, 'votes', { vote: 'for' })).code).toBe('SUPPORT_FUND.BOUND_TO_BORROWER');
    await loan.does(chair, 'votes', { vote: 'for' });
    expect(refusal(await loan.step(chair, 'vote-conclusions', { reason: 'x' })).code).toBe('SUPPORT_FUND.NO_QUORUM');
    await loan.does(member, 'votes', { vote: 'for', reason: 'Có hợp đồng bao tiêu' });
    await loan.does(chair, 'vote-conclusions', { reason: 'Theo biên bản họp' });
    const approved = await loan.until('approved', ({ status }) => status === 'Approved');
    expect(approved.outcome).toMatchObject({ body: 'council' });

    const signedOn = await lending.today();
    expect(refusal(await loan.step(officer, 'contracts', { signedOn })).status).toBe(403);
    await loan.does(director, 'contracts', { signedOn });
    const wrong = { securities: [{ kind: 'machinery', registration: 'BĐ-77', registeredOn: signedOn }] };
    expect(refusal(await loan.step(otherOfficer, 'securities', wrong)).code).toBe('SUPPORT_FUND.SECURITIES_DIFFER');
    await loan.does(otherOfficer, 'securities', {
      securities: [{ kind: 'landUseRight', registration: 'BĐ-77', registeredOn: signedOn }],
    });
    const end = await loan.until('contracted', ({ status }) => status === 'Contracted');
    expect(end).toMatchObject({
      allowedActions: [],
      contract: { amount, contractNumber: `${loan.submission.code}/HĐTD` },
    });
    expect(await loan.factTypes()).toEqual([
      'LoanApplicationSubmitted',
      'LoanApplicationAccepted',
      'LoanApplicationAssigned',
      'LoanApplicationAppraised',
      'LoanBondDeclared',
      'LoanVoteCast',
      'LoanVoteCast',
      'LoanApplicationApproved',
      'LoanContractSigned',
      'LoanSecurityPerfected',
    ]);
  });

  it('says once what is missing; the completed application is checked again', async () => {
    const { applicant } = lending.province;
    const { officer } = lending.fund;
    const loan = await lending.apply(organisation, 100_000_000);
    const missing = [{ subject: 'document:businessPlan', reason: 'Thiếu dòng tiền năm thứ ba' }];
    const { position } = await loan.does(officer, 'checks', { outcome: 'incomplete', missing });
    expect(await loan.page(applicant, position)).toMatchObject({
      status: 'AwaitingCompletion',
      missing,
      journey: { waitingFor: 'applicant' },
      allowedActions: ['completeApplication', 'withdrawApplication'],
    });
    expect(
      refusal(await loan.step(officer, 'appraisals', appraisalBody(100_000_000, await lending.today()))).code,
    ).toBe('SUPPORT_FUND.NOT_NOW');
    const { plan } = await lending.body(organisation, 100_000_000);
    const documents = await uploadLoanPapers(applicant);
    const completed = await loan.does(applicant, 'completions', { plan, documents });
    expect(completed.status).toBe('Submitted');
    const again = { outcome: 'incomplete', missing };
    expect(refusal(await loan.step(officer, 'checks', again)).code).toBe('SUPPORT_FUND.ALREADY_RETURNED');
    await loan.does(applicant, 'withdrawals', { reason: 'Đã có nguồn vốn khác' });
    expect((await loan.until('withdrawn', ({ status }) => status === 'Withdrawn')).allowedActions).toEqual([]);
  });

  it('is decided by the director up to his level, never by who appraised, and a repeated press decides once', async () => {
    const { director, officer } = lending.fund;
    const loan = await lending.appraised(organisation, 200_000_000);
    const approve = { outcome: 'approve', reason: 'Đồng ý cho vay' };
    expect(refusal(await loan.step(officer, 'decisions', approve)).status).toBe(403);
    const key = randomUUID();
    const one = done(await loan.step(director, 'decisions', approve, key));
    const two = done(await loan.step(director, 'decisions', approve, key));
    expect([two.status, two.revision]).toEqual([one.status, one.revision]);
    expect((await loan.factTypes()).filter((type) => type === 'LoanApplicationApproved')).toHaveLength(1);
    await loan.does(lending.province.applicant, 'withdrawals', { reason: 'Giá vật tư tăng' });
  });

  it('lets exactly one of two decisions have the room that is left for a borrower', async () => {
    const { chair, member, otherMember } = lending.fund;
    const borrower = await lending.cooperative();
    const amount = 1_600_000_000;
    const both = [await lending.appraised(borrower, amount), await lending.appraised(borrower, amount)];
    for (const loan of both) {
      for (const voter of [chair, member, otherMember]) await loan.does(voter, 'votes', { vote: 'for' });
    }
    const answers = await Promise.all(
      both.map((loan) => loan.step(chair, 'vote-conclusions', { reason: 'Theo biên bản' })),
    );
    const won = answers.filter(({ status }) => status < 300);
    const lost = answers.filter(({ status }) => status >= 400).map((answer) => refusal(answer));
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ code: 'SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED', legalBasis: ['D45 Art. 23.2'] }]);
    // Withdrawn, it holds nothing any more: the other one has the room.
    const [winner, loser] = answers[0]!.status < 300 ? both : [both[1]!, both[0]!];
    await winner!.does(lending.province.applicant, 'withdrawals', { reason: 'Chọn phương án kia' });
    const path = `/api/support-fund/borrowers/${borrower}?fundId=${lending.fundId}`;
    await eventually(
      'the room is free',
      async () => done(await lending.province.applicant.get<{ roomLeft: number }>(path)).roomLeft,
      (room) => room === 3_000_000_000,
    );
    expect((await loser!.does(chair, 'vote-conclusions', { reason: 'Theo biên bản' })).status).toBe('Approved');
  });

  it('refuses lending rules outside the law’s bounds with the article, and confirms none by whoever entered them', async () => {
    const { treasurer, director } = lending.fund;
    const today = await lending.today();
    const paper = { number: '9/QĐ-HĐQL', on: today, issuedBy: 'Hội đồng quản lý Quỹ' };
    const path = `/api/support-fund/funds/${lending.fundId}`;
    const propose = (change: object) =>
      treasurer.post<LoanStep>(`${path}/policies`, { from: today, policy: { ...lendingRules, ...change }, paper });
    expect(refusal(await propose({ singleBorrowerShare: 1_501 }))).toMatchObject({
      status: 422,
      code: 'SUPPORT_FUND.POLICY_OUTSIDE_BOUND',
      legalBasis: ['D45 Art. 23.2'],
    });
    done(await propose({ ownCapitalMinimumShare: 3_000 }));
    const [pending] = await pendingChanges(director, lending.fundId);
    const confirm = `${path}/changes/${pending!.changeId}`;
    expect(refusal(await treasurer.post(`${confirm}/confirmations`, {})).status).toBe(403);
    done(await director.post(`${confirm}/refusals`, { reason: 'Chờ ý kiến Hội đồng quản lý' }));
    const { policy } = done(await treasurer.get<{ policy: { policyVersion: string; parameters: unknown[] } }>(path));
    expect(policy.policyVersion).toBe('1');
    expect(policy.parameters).toContainEqual(
      expect.objectContaining({ parameter: 'maximumTermMonths', bound: 60, evidence: 'to_confirm' }),
    );
  });

  it('is late once its limit has passed and not before, and lapses when nobody completes it', async () => {
    const { administrator, applicant } = lending.province;
    const { officer } = lending.fund;
    const waiting = await lending.apply(organisation, 50_000_000);
    const open = await lending.apply(organisation, 50_000_000);
    const missing = [{ subject: 'plan.cashFlow', reason: 'Chưa có năm thứ ba' }];
    const { position } = await open.does(officer, 'checks', { outcome: 'incomplete', missing });
    const late = async () => (await waiting.factTypes()).filter((type) => type === 'LoanApplicationDeadlinePassed');
    const { limit } = await waiting.page();
    await advanceTo(administrator, limit!.due.dueAt, -2);
    expect(await late()).toEqual([]);
    await advanceTo(administrator, limit!.due.dueAt, 2);
    await waiting.until('late', (page) => page.limit?.late === true);
    expect(await late()).toHaveLength(1);
    const completion = (await open.page(applicant, position)).limit!;
    await advanceTo(administrator, completion.due.dueAt, 2);
    await open.until('lapsed', ({ status }) => status === 'Lapsed');
    await waiting.does(applicant, 'withdrawals', { reason: 'Chờ quá lâu' });
  });
});
