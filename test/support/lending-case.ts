import {
  appraisalBody,
  foundLendingFund,
  loanApplicationBody,
  Persona,
  uploadLoanPapers,
  type ApiAnswer,
} from '@hoptac/demo';
import { localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { randomBytes } from 'node:crypto';
import { provinceNow } from './clock';
import { eventually } from './eventually';
import { FoundingCase, freshName } from './founding-case';
import { addressOf, done, theProvince, type Cast } from './province';
import { factsOf } from './record';

const ACCOUNTS = {
  officer: 'demo-fund-officer-1',
  otherOfficer: 'demo-fund-officer-2',
  treasurer: 'demo-fund-treasurer-1',
  chair: 'demo-fund-council-1',
  member: 'demo-fund-council-2',
  otherMember: 'demo-fund-council-3',
  director: 'demo-fund-director-1',
  deputy: 'demo-fund-director-2',
} as const;
export type FundCast = Readonly<Record<keyof typeof ACCOUNTS, Persona>>;

export interface LoanStep {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly revision: number;
  readonly position: string;
}

/** What an application's page says, as far as these tests read it. */
export interface LoanPage {
  readonly status: string;
  readonly revision: number;
  readonly missing: readonly { readonly subject: string }[];
  readonly findings: readonly { readonly check: string; readonly outcome: string; readonly article: string }[];
  readonly limit?: {
    readonly what: string;
    readonly late: boolean;
    readonly due: { readonly dueAt: string; readonly dueOn: string };
  };
  readonly journey: {
    readonly waitingFor?: string;
    readonly now: { readonly vi: string };
    readonly next?: { readonly vi: string };
  };
  readonly outcome?: { readonly body: string; readonly ground?: string };
  readonly contract?: { readonly loanId: string; readonly amount: number; readonly contractNumber: string };
  readonly allowedActions: readonly string[];
  readonly staff?: { readonly report?: { readonly body: string }; readonly votes: readonly unknown[] };
}

/** A fund of this file's own with its people, and a cooperative that may borrow. */
export class Lending {
  private constructor(
    readonly province: Cast,
    readonly fund: FundCast,
    readonly fundId: string,
  ) {}

  /** @param capital charter capital, đồng. */
  static async open(capital: number): Promise<Lending> {
    const province = await theProvince();
    const addresses = { api: addressOf('HOPTAC_API_URL'), issuer: addressOf('HOPTAC_OIDC_ISSUER') };
    const people: Partial<Record<keyof typeof ACCOUNTS, Persona>> = {};
    for (const [part, account] of Object.entries(ACCOUNTS))
      people[part as keyof typeof ACCOUNTS] = await Persona.signIn(addresses, account);
    const fund = people as FundCast;
    const today = await todayOf(province);
    const name = `Quỹ hỗ trợ phát triển hợp tác xã ${randomBytes(4).toString('hex')}`;
    const cast = { administrator: province.administrator, treasurer: fund.treasurer, director: fund.director };
    const fundId = await foundLendingFund(cast, { name, capital: [{ on: today, amount: capital }] }, today);
    return new Lending(province, fund, fundId);
  }

  today(): Promise<LocalDate> {
    return todayOf(this.province);
  }

  /** A cooperative newly entered in the register; answers its id. */
  async cooperative(): Promise<string> {
    const { applicant, officer, head } = this.province;
    const founding = await FoundingCase.file(applicant, { ownName: freshName('Vay vốn') });
    const { certificate } = await founding.goesToCertificate(officer, head);
    return certificate!.organisationId;
  }

  async body(organisation: string, amount: number): Promise<ReturnType<typeof loanApplicationBody>> {
    const documents = await uploadLoanPapers(this.province.applicant);
    return loanApplicationBody(this.fundId, organisation, amount, await this.today(), documents);
  }

  async apply(organisation: string, amount: number): Promise<LoanCase> {
    const answer = await this.province.applicant.post<LoanStep>(
      '/api/support-fund/applications',
      await this.body(organisation, amount),
    );
    return new LoanCase(this, done(answer));
  }

  /** Complete, taken and appraised with a proposal to lend. */
  async appraised(organisation: string, amount: number): Promise<LoanCase> {
    const loan = await this.apply(organisation, amount);
    await loan.does(this.fund.officer, 'checks', { outcome: 'complete' });
    await loan.does(this.fund.officer, 'claims');
    await loan.does(this.fund.officer, 'appraisals', appraisalBody(amount, await this.today()));
    return loan;
  }
}

const todayOf = async (province: Cast): Promise<LocalDate> =>
  localDateOf(new Date(await provinceNow(province.applicant)).toISOString() as Instant);

/** One application, and what people do with it. */
export class LoanCase {
  constructor(
    private readonly lending: Lending,
    readonly submission: LoanStep,
  ) {}

  get id(): string {
    return this.submission.id;
  }

  step(who: Persona, step: string, body: unknown = {}, key?: string): Promise<ApiAnswer<LoanStep>> {
    return who.post<LoanStep>(
      `/api/support-fund/applications/${this.id}/${step}`,
      body,
      key === undefined ? {} : { key },
    );
  }

  async does(who: Persona, step: string, body: unknown = {}): Promise<LoanStep> {
    return done(await this.step(who, step, body));
  }

  async page(who: Persona = this.lending.province.applicant, after = this.submission.position): Promise<LoanPage> {
    return done(await who.get<LoanPage>(`/api/support-fund/applications/${this.id}?after=${after}`));
  }

  until(what: string, isSo: (page: LoanPage) => boolean): Promise<LoanPage> {
    return eventually(`${this.submission.code}: ${what}`, () => this.page(), isSo);
  }

  async factTypes(): Promise<string[]> {
    return (await factsOf(`loanApplication-${this.id}`)).map(({ type }) => type);
  }
}
