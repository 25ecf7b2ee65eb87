import type { Persona } from '@hoptac/demo';
import { addDays, addMonths, type LocalDate } from '@hoptac/kernel';
import { randomBytes } from 'node:crypto';
import { provinceNow } from '../support/clock';
import { eventually } from '../support/eventually';
import { Lending } from '../support/lending-case';
import { done, refusal } from '../support/province';
import { closeRecord, factsOf } from '../support/record';

jest.setTimeout(180_000);

const AMOUNT = 200_000_000;
const FIRST = 120_000_000;
const PAID = 50_000_000;

/** What a loan's page says, as far as these tests read it. */
interface LoanView {
  readonly status: string;
  readonly standing: string;
  readonly position?: { readonly outstanding: number; readonly dueNow: number };
  readonly steps: readonly { readonly stepId: string }[];
  readonly facts: readonly { readonly type: string; readonly receiptId?: string; readonly reversedAt?: string }[];
  readonly allowedActions: readonly string[];
}

interface LoanAnswer {
  /** Absent when nothing changed. */
  readonly position?: string;
  readonly recorded: readonly string[];
}

describe('Khoản vay của Quỹ hỗ trợ phát triển hợp tác xã: giải ngân, thu nợ, sổ sách (D45 Art. 21–23, 31)', () => {
  let lending: Lending;
  let loan: string;
  let after = '0';

  beforeAll(async () => {
    lending = await Lending.open(20_000_000_000);
    const { director, otherOfficer } = lending.fund;
    const application = await lending.appraised(await lending.cooperative(), AMOUNT);
    await application.does(director, 'decisions', { outcome: 'approve', reason: 'Đồng ý cho vay' });
    const signedOn = await lending.today();
    await application.does(director, 'contracts', { signedOn });
    const securities = [{ kind: 'landUseRight', registration: 'BĐ-12', registeredOn: signedOn }];
    await application.does(otherOfficer, 'securities', { securities });
    const { contract } = await application.until('contracted', ({ status }) => status === 'Contracted');
    loan = contract!.loanId;
    const opened = { applicationId: application.id };
    take(done(await lending.fund.officer.post<LoanAnswer>('/api/support-fund/loans', opened)));
    // Pressed again by somebody who had not seen it: the loan is there once.
    await lending.fund.otherOfficer.post('/api/support-fund/loans', opened);
    expect(await factTypes()).toEqual(['LoanOpened']);
  });
  afterAll(closeRecord);

  const take = ({ position, recorded }: LoanAnswer): readonly string[] => {
    if (position !== undefined) after = position;
    return recorded;
  };
  const post = (who: Persona, path: string, body: object, key?: string) =>
    who.post<LoanAnswer>(`/api/support-fund/loans/${loan}/${path}`, body, key === undefined ? {} : { key });
  const does = async (who: Persona, path: string, body: object): Promise<readonly string[]> =>
    take(done(await post(who, path, body)));
  const view = async (who: Persona, words = ''): Promise<LoanView> =>
    done(await who.get<LoanView>(`/api/support-fund/loans/${loan}?after=${after}${words}`));
  const factTypes = async (): Promise<readonly string[]> => (await factsOf(`loan-${loan}`)).map(({ type }) => type);
  /** Prepares a step and answers where another person releases it. */
  const prepared = async (body: object): Promise<string> => {
    await does(lending.fund.treasurer, 'steps', body);
    return `steps/${(await view(lending.fund.director)).steps.at(-1)!.stepId}/releases`;
  };
  const creditCheck = async () => ({ checkedOn: await lending.today(), badDebt: false, source: 'CIC' });

  it('pays out only by two people, and the first time only after the credit record was asked', async () => {
    const { treasurer, director, deputy } = lending.fund;
    const release = await prepared({ kind: 'disbursement', amount: FIRST, ground: 'Khung nhà màng' });
    expect(refusal(await post(treasurer, release, { creditCheck: await creditCheck() })).status).toBe(403);
    expect(refusal(await post(director, release, {}))).toMatchObject({
      code: 'SUPPORT_FUND.CREDIT_RECORD_MISSING',
      legalBasis: expect.arrayContaining(['D45 Art. 22']),
    });
    const bad = { ...(await creditCheck()), badDebt: true };
    expect(refusal(await post(director, release, { creditCheck: bad })).code).toBe(
      'SUPPORT_FUND.BORROWER_HAS_BAD_DEBT',
    );
    expect(await does(director, release, { creditCheck: await creditCheck() })).toEqual(['LoanDisbursed']);
    expect(refusal(await post(deputy, release, { creditCheck: await creditCheck() })).code).toBe(
      'SUPPORT_FUND.STEP_NOT_FOUND',
    );
    expect(await view(lending.province.applicant)).toMatchObject({
      standing: 'disbursing',
      position: { outstanding: FIRST, dueNow: 0 },
      allowedActions: [],
    });
  });

  it('gives the rest of the contract to exactly one of two tranches released at once', async () => {
    const { director, deputy } = lending.fund;
    const both = [
      await prepared({ kind: 'disbursement', amount: AMOUNT - FIRST, ground: 'Hệ thống tưới' }),
      await prepared({ kind: 'disbursement', amount: AMOUNT - FIRST, ground: 'Hệ thống tưới, lập lại' }),
    ];
    const answers = await Promise.all([post(director, both[0]!, {}), post(deputy, both[1]!, {})]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const [lost] = answers.filter(({ status }) => status >= 400);
    expect(refusal(lost!).code).toMatch(/^SUPPORT_FUND\.(DISBURSED_BEYOND_CONTRACT|TRANCHE_BEYOND_DECISION)$/u);
    expect((await factTypes()).filter((type) => type === 'LoanDisbursed')).toHaveLength(2);
    take(done(answers.find(({ status }) => status < 300)!));
    expect((await view(director)).position).toMatchObject({ outstanding: AMOUNT });
    const [left] = (await view(director)).steps;
    await does(lending.fund.treasurer, `steps/${left!.stepId}/drops`, { reason: 'Lập trùng' });
  });

  it('counts a line of the bank once, however often and by whomever it is recorded', async () => {
    const { treasurer, officer } = lending.fund;
    const reference = `FT-${randomBytes(5).toString('hex')}`;
    const line = { reference, on: await lending.today(), amount: PAID, extra: 'instalments' };
    expect(refusal(await post(officer, 'receipts', line)).status).toBe(403);
    const answers = await Promise.all([post(treasurer, 'receipts', line), post(treasurer, 'receipts', line)]);
    for (const answer of answers.filter(({ status }) => status < 300)) take(done(answer));
    expect((await factTypes()).filter((type) => type === 'LoanReceiptRecorded')).toHaveLength(1);
    expect((await view(treasurer)).position).toMatchObject({ outstanding: AMOUNT - PAID });
  });

  it('takes a wrong receipt back by two people; what was known before stays to be seen', async () => {
    const { treasurer, director } = lending.fund;
    const receipt = (await view(treasurer)).facts.find(({ type }) => type === 'received')!;
    const knownAt = new Date(await provinceNow(treasurer)).toISOString();
    const release = await prepared({ kind: 'reversal', receiptId: receipt.receiptId, ground: 'Ghi nhầm khoản vay' });
    expect(await does(director, release, {})).toContain('LoanReceiptReversed');
    const now = await view(director);
    expect(now.position).toMatchObject({ outstanding: AMOUNT });
    expect(now.facts.find(({ receiptId }) => receiptId === receipt.receiptId)?.reversedAt).toBeDefined();
    const then = await view(director, `&knownAt=${knownAt}`);
    expect(then.position).toMatchObject({ outstanding: AMOUNT - PAID });
  });

  it('keeps loans, control account and cash in agreement, each entry balanced', async () => {
    const { treasurer, director, chair } = lending.fund;
    const books = `/api/support-fund/funds/${lending.fundId}`;
    const { accounts } = done(
      await treasurer.get<{ accounts: readonly { account: string; balance: number }[] }>(
        `${books}/trial-balance?after=${after}`,
      ),
    );
    const balances = new Map(accounts.map(({ account, balance }) => [account, balance]));
    expect([balances.get('loanPrincipal'), balances.get('cash')]).toEqual([AMOUNT, -AMOUNT]);
    expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    const agreement = await eventually(
      'loans and ledger are compared at one position',
      async () => done(await director.get<{ compared: boolean }>(`${books}/reconciliation`)),
      ({ compared }) => compared,
    );
    expect(agreement).toMatchObject({ loans: AMOUNT, controlAccount: AMOUNT, outOfBalance: 0, disagreeing: [] });
    expect(done(await chair.get(`${books}/portfolio?after=${after}`))).toMatchObject({ outstanding: AMOUNT });
    const valueOn = await lending.today();
    const lines = [
      { account: 'cash', amount: 1 },
      { account: 'charterCapital', amount: -2 },
    ];
    expect(refusal(await treasurer.post(`${books}/ledger-entries`, { valueOn, text: 'Góp vốn', lines })).code).toBe(
      'SUPPORT_FUND.LINES_UNBALANCED',
    );
    const month = addDays(addMonths(`${valueOn.slice(0, 8)}01` as LocalDate, 1), -1);
    expect(refusal(await director.post(`${books}/closed-months`, { month })).code).toBe('SUPPORT_FUND.MONTH_NOT_OVER');
  });

  it('is nobody else’s to see', async () => {
    expect(refusal(await lending.province.otherApplicant.get(`/api/support-fund/loans/${loan}`)).status).toBe(403);
    const mine = done(
      await lending.province.applicant.get<{ items: { id: string }[] }>('/api/support-fund/loans/mine'),
    );
    expect(mine.items.map(({ id }) => id)).toContain(loan);
  });
});
