import { AreaTree, RoleBook } from '@hoptac/identity';
import { brokenRule, localDateOf, type LocalDate } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { JudgedCheck } from '../domain';
import type { Press, StepAnswer } from './step';
import { StepTaker } from './step-taker';

/** Steps of the office within its own walls: who has a dossier, what was looked at, what is taken back. Errors as `StepTaker`. */
@Injectable()
export class StaffSteps {
  constructor(
    private readonly steps: StepTaker,
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
