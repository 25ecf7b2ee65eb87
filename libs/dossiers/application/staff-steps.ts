import { AreaTree, RoleBook } from '@hoptac/identity';
import { brokenRule, localDateOf, notAllowedNow, type LocalDate } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { deadlinesOwed, type JudgedCheck } from '../domain';
import { DossierPapers } from './dossier-papers';
import { LegalTerms } from './legal-terms';
import type { Press, StepAnswer } from './step';
import { StepTaker } from './step-taker';

/** A limit of the office moved on by a decision on paper. */
export interface Extension {
  readonly what: 'decision' | 'withdrawal';
  readonly workingDays: number;
  readonly ground: string;
  /** sha256 of the decision. */
  readonly paper: string;
}

/** Steps of the office within its own walls: who has a dossier, what was looked at, what is taken back. Errors as `StepTaker`. */
@Injectable()
export class StaffSteps {
  constructor(
    private readonly steps: StepTaker,
    private readonly papers: DossierPapers,
    private readonly terms: LegalTerms,
    @Inject(RoleBook) private readonly roles: RoleBook,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {}

  /** Phân công, phân công lại. @throws DomainError `DOSSIERS.NOT_AN_OFFICER_HERE`. */
  async assign(id: string, officerId: string, reason: string | undefined, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.assign', [], ({ decidingOfficeId }, { now }) => {
      this.mustBeOfficerOf(decidingOfficeId, officerId, localDateOf(now));
      return { type: 'AssignDossier', data: { officerId, ...(reason === undefined ? {} : { reason }) } };
    });
  }

  /** Trả lại hàng đợi. */
  async release(id: string, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.claim', [], () => ({ type: 'ReleaseDossier', data: {} }));
  }

  /** Đạt, không đạt: checks of the machine by their names, papers as `document:<kind>`. */
  async confirmChecks(
    id: string,
    judged: { readonly round: number; readonly checks: readonly JudgedCheck[] },
    press: Press,
  ): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.examine', ['L23 Art. 42.4'], () => ({
      type: 'ConfirmChecks',
      data: judged,
    }));
  }

  /** Rút lại đề xuất. */
  async recall(id: string, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.examine', [], () => ({ type: 'RecallProposal', data: {} }));
  }

  /** Phiếu xin lỗi và hẹn lại ngày trả kết quả: before the step itself can be taken. */
  async explainDelay(
    id: string,
    delay: { readonly reason: string; readonly answerBy?: LocalDate },
    press: Press,
  ): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.explainDelay', [], () => ({ type: 'ExplainDelay', data: delay }));
  }

  /**
   * Gia hạn: so many working days after the old last day, by a decision whose paper the same account has put into the store.
   * @throws DomainError `DOSSIERS.DOCUMENT_UNKNOWN`, `DOSSIERS.NO_LIMIT_RUNS`, `DOSSIERS.LIMIT_PASSED`.
   */
  async extend(id: string, extension: Extension, press: Press): Promise<StepAnswer> {
    const { what, workingDays, ground, paper } = extension;
    return this.steps.take(id, press, 'dossiers.extendDeadline', [], async (dossier, { now, actor }) => {
      await this.papers.accept(
        [{ kind: 'extensionDecision', sha256: paper, fileName: 'extension.pdf' }],
        actor.personId,
      );
      const due = deadlinesOwed(dossier).find((limit) => limit.what === what)?.due;
      if (due === undefined) throw notAllowedNow('DOSSIERS.NO_LIMIT_RUNS', 'No such limit runs', { what });
      const { regime, decidingOfficeId: officeId } = dossier;
      const timer = what === 'decision' ? 'decision' : 'withdrawalDecision';
      const to = await this.terms.extended(timer, due, workingDays, { regime, officeId, at: now });
      return { type: 'ExtendDeadline', data: { what, to, ground, paper } };
    });
  }

  private mustBeOfficerOf(officeId: string, officerId: string, on: LocalDate): void {
    const office = this.areas.officeOn(officeId, on) ?? officeId;
    const holds = this.roles
      .assignmentsOf(officerId, on)
      .some(
        ({ role, officeId: held }) =>
          role === 'officer' && held !== undefined && (this.areas.officeOn(held, on) ?? held) === office,
      );
    if (!holds || this.roles.isLocked(officerId))
      throw brokenRule('DOSSIERS.NOT_AN_OFFICER_HERE', 'The account is no officer of this office today', { officeId });
  }
}
