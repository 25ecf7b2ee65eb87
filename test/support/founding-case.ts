import {
  allPassed,
  fileFounding,
  resubmissionOf,
  type ApiAnswer,
  type FoundingOptions,
  type Persona,
  type Sending,
} from '@hoptac/demo';
import { randomBytes } from 'node:crypto';
import { eventually } from './eventually';
import { done } from './province';
import { factsOf, type RecordedFact } from './record';

interface Due {
  readonly dueOn: string;
  readonly dueAt: string;
  readonly article: string;
  readonly amount: number;
  readonly unit: string;
}

/** What a case's page says, as far as these tests read it. */
export interface CasePage {
  readonly id: string;
  readonly revision: number;
  readonly caseCode: string;
  readonly status: string;
  readonly round: number;
  readonly receivedAt: string;
  readonly officerId?: string;
  readonly late: boolean;
  readonly due: Due;
  readonly correctionDue?: Due;
  readonly withdrawal?: { readonly due: Due; readonly late: boolean };
  readonly taxCode?: string;
  readonly taxRefusal?: { readonly reason: string };
  /** Present once the checks of this round have run. */
  readonly nameReserved?: boolean;
  readonly checks?: readonly { readonly check: string; readonly outcome: string; readonly article: string }[];
  readonly refusal?: { readonly ground: string; readonly reason: string; readonly article: string };
  readonly certificate?: { readonly organisationId: string; readonly code: string; readonly token: string };
  /** Items of the check list that somebody must still judge. */
  readonly openChecks: readonly string[];
  readonly allowedActions: readonly string[];
  readonly application: {
    readonly headOffice: { readonly line: string };
    readonly members: readonly { readonly person?: { readonly fullName: string } }[];
  };
}

export interface StepAnswer {
  readonly id: string;
  readonly caseCode: string;
  readonly status: string;
  readonly revision: number;
  readonly position: string;
}

const DEFECTS = [{ subject: 'headOffice.line', reason: 'Ghi rõ số nhà, tên ấp hoặc khu phố', article: 'L23 Art. 43' }];

/** An own name that nobody has: letters and digits only, unlike any other by more than accents. */
export const freshName = (about: string): string => `${about} ${randomBytes(5).toString('hex').toUpperCase()}`;

/** One founding dossier, and what people do with it. */
export class FoundingCase {
  private constructor(
    readonly applicant: Persona,
    readonly filing: StepAnswer,
    readonly ownName: string,
  ) {}

  static async file(
    applicant: Persona,
    options: Partial<FoundingOptions> & { readonly ownName: string },
  ): Promise<FoundingCase> {
    const answer = await fileFounding(applicant, options);
    if (answer.status !== 201) throw new Error(`Not received: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return FoundingCase.ofFiling(applicant, answer, options.ownName);
  }

  static ofFiling(applicant: Persona, answer: ApiAnswer<unknown>, ownName: string): FoundingCase {
    return new FoundingCase(applicant, done(answer) as StepAnswer, ownName);
  }

  get id(): string {
    return this.filing.id;
  }

  step(who: Persona, step: string, body: unknown = {}, sending: Sending = {}): Promise<ApiAnswer<StepAnswer>> {
    return who.post<StepAnswer>(`/api/dossiers/${this.id}/${step}`, body, sending);
  }

  /** A step that must succeed. */
  async does(who: Persona, step: string, body: unknown = {}): Promise<StepAnswer> {
    return done(await this.step(who, step, body));
  }

  /** The page, having seen the position where one is given. */
  async page(who: Persona = this.applicant, after = this.filing.position): Promise<CasePage> {
    return done(await who.get<CasePage>(`/api/dossiers/${this.id}?after=${after}`));
  }

  /** Waits until the page says so. */
  until(what: string, isSo: (page: CasePage) => boolean, who: Persona = this.applicant): Promise<CasePage> {
    return eventually(`${this.filing.caseCode}: ${what}`, () => this.page(who), isSo);
  }

  checked(round = 0): Promise<CasePage> {
    return this.until(
      `checks of round ${String(round)}`,
      (page) => page.round === round && page.nameReserved !== undefined,
    );
  }

  reaches(status: string): Promise<CasePage> {
    return this.until(status, (page) => page.status === status);
  }

  async requestCorrection(officer: Persona): Promise<StepAnswer> {
    return this.does(officer, 'correction-requests', { defects: DEFECTS });
  }

  /** Answers the notice with a clearer address, as the correction page does. */
  async answerCorrection(after: string, line = 'Số 12, ấp Minh Phú'): Promise<ApiAnswer<StepAnswer>> {
    return this.step(this.applicant, 'resubmissions', await resubmissionOf(this.applicant, this.id, line, after));
  }

  /** Confirms every item of the check list that nobody has judged. */
  async confirms(officer: Persona): Promise<StepAnswer> {
    return this.does(officer, 'check-confirmations', allPassed(await this.page(officer)));
  }

  /** Confirms what is open and proposes a certificate. */
  async proposesGrant(officer: Persona): Promise<StepAnswer> {
    await this.confirms(officer);
    return this.does(officer, 'examinations', { decision: 'grant' });
  }

  /** Examined by one, decided by another, certificate issued. */
  async goesToCertificate(officer: Persona, head: Persona): Promise<CasePage> {
    await this.checked(0);
    await this.proposesGrant(officer);
    await this.until('may be granted', ({ taxCode }) => taxCode !== undefined);
    await this.does(head, 'decisions', { decision: 'grant' });
    return this.reaches('Registered');
  }

  /** Waits until what was registered is published: the procedure does it by itself after the certificate. */
  async published(): Promise<RecordedFact> {
    const organisationId = (await this.page()).certificate?.organisationId ?? '';
    const facts = await eventually(
      `${this.filing.caseCode} is published`,
      () => factsOf(`organisation-${organisationId}`),
      (seen) => seen.some(({ type }) => type === 'OrganisationPublished'),
    );
    return facts.find(({ type }) => type === 'OrganisationPublished') as RecordedFact;
  }

  /** `?after=` the last fact on the case's page, so that other lists have seen at least as much. */
  async seen(): Promise<string> {
    const entries = done(await this.applicant.get<{ position: string }[]>(`/api/dossiers/${this.id}/events`));
    return `?after=${entries.at(-1)?.position ?? this.filing.position}`;
  }

  /** Facts of the case's stream in the store. */
  facts(): Promise<RecordedFact[]> {
    return factsOf(`dossier-${this.id}`);
  }

  async factTypes(): Promise<string[]> {
    return (await this.facts()).map(({ type }) => type);
  }
}

export const CORRECTION_BODY = { defects: DEFECTS } as const;

/**
 * Whether somebody else's dossier under the name finds nobody who bears or holds it. The release follows the end of the other case by itself, so
 * it is tried for a while, by dossiers that do not hold the name when they fail.
 */
export function isFreeForOthers(ownName: string, other: Persona): Promise<boolean> {
  return eventually(
    `the name ${ownName} is free`,
    async () => {
      const { checks = [] } = await (await FoundingCase.file(other, { ownName })).checked();
      return checks.some(({ check, outcome }) => check === 'nameNotDuplicate' && outcome === 'passed');
    },
    (free) => free,
  );
}
