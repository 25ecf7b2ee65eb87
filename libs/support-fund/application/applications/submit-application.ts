import { caseCodeStreamId, codeOf, type Press } from '@hoptac/dossiers';
import { AreaTree, assertMay } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type CommandMetadata } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import { supportFundLaw } from '@hoptac/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import { applicationDecider, type LoanPlan, type SubmitApplication } from '../../domain';
import { FundCalendar } from '../fund/fund-calendar';
import { optionsFor, stepAnswer, type FundStepAnswer } from '../press';
import { ApplicationCodeStore, ApplicationStore } from '../stores';
import { ApplicationPapers, requiredPapers, type HandedInPaper } from './application-papers';
import { BorrowerBook, isOfAge, type DeclaredBorrower, type DeclaredRelation } from './borrower-book';
import { Measuring } from './measuring';

/** An application as it is handed in. */
export interface Submission {
  readonly fundId: string;
  readonly borrower: DeclaredBorrower;
  readonly related: readonly DeclaredRelation[];
  readonly plan: LoanPlan;
  readonly documents: readonly HandedInPaper[];
}

/** Codes of applications: `QHT.<area>-<yymmdd>-<nnnn>`, given by the fund and day. */
const CODE_SHAPE = 'QHT.{office}-{yymmdd}-{nnnn}';

/** Receives applications for loans (D45 Art. 20, 22, 31). */
@Injectable()
export class SubmitApplicationHandler {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly codes: ApplicationCodeStore,
    private readonly borrowers: BorrowerBook,
    private readonly papers: ApplicationPapers,
    private readonly measuring: Measuring,
    private readonly calendar: FundCalendar,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The same press gives the same application under the same code.
   * @throws DomainError `SUPPORT_FUND.FUND_NOT_FOUND`, `.NO_POLICY`, `.ORGANISATION_UNKNOWN`, `.DOCUMENT_UNKNOWN`, `.BORROWER_NOT_ELIGIBLE`, `.PLAN_DOES_NOT_BALANCE`, `.DOCUMENTS_MISSING`.
   */
  async submit(submission: Submission, press: Press): Promise<FundStepAnswer> {
    const now = this.clock.now();
    const applicationId = nameId('loan-application', press.commandId);
    const owner = { ownerId: press.actor.personId };
    const actor = assertMay(press.actor, 'supportFund.apply', owner, localDateOf(now), this.areas);
    const metadata: CommandMetadata = { now, actor, commandId: press.commandId };
    const command = await this.commandOf(applicationId, submission, metadata);
    // A submission that would be refused takes no number.
    applicationDecider.decide(command, applicationDecider.initialState());
    const code = await this.codeFor(applicationId, command);
    const executed = await this.applications.execute(
      applicationId,
      { ...command, data: { ...command.data, code } },
      { ...optionsFor(applicationId, press, ['D45 Art. 20', 'D45 Art. 22']), expectNew: true },
    );
    return stepAnswer(applicationId, executed);
  }

  private async commandOf(
    applicationId: string,
    { fundId, borrower: declared, related, plan, documents }: Submission,
    metadata: CommandMetadata,
  ): Promise<SubmitApplication> {
    const { now, actor } = metadata;
    const today = localDateOf(now);
    const around = await this.measuring.fundAt(fundId, now);
    const { policy, policyVersion } = around.inForce;
    const borrower = await this.borrowers.declared(declared);
    const minimumAge = supportFundLaw('borrower.minimumAge', today).value;
    const ofAge = declared.member && isOfAge(declared.member.birthDate, today, minimumAge);
    const parties = await this.borrowers.related(related);
    const measured = { applicationId, borrower, related: parties, plan, ...(ofAge === undefined ? {} : { ofAge }) };
    const { findings } = await this.measuring.measure(measured, plan.requestedAmount, around, now);
    return {
      type: 'SubmitApplication',
      data: {
        applicationId,
        code: '',
        fundId,
        officeId: around.fund.officeId,
        applicantId: actor.personId,
        borrower,
        related: parties,
        plan,
        documents: await this.papers.accept(documents, actor.personId),
        findings,
        policyVersion,
        requiredDocuments: requiredPapers(policy, borrower.kind),
        due: await this.calendar.due('check', around.fund, policy, now),
      },
      metadata,
    };
  }

  private async codeFor(applicationId: string, { data, metadata }: SubmitApplication): Promise<string> {
    const on = localDateOf(metadata.now);
    const area = this.areas.areaOfOffice(data.officeId);
    const { state } = await this.codes.execute(
      caseCodeStreamId(`fund.${area}`, on),
      {
        type: 'AllocateCaseCode',
        data: { dossierId: applicationId, shape: CODE_SHAPE, officeId: area, on },
        metadata: { ...metadata, commandId: `${metadata.commandId}/case-code` },
      },
      { correlationId: applicationId, causationId: metadata.commandId },
    );
    const code = codeOf(state, applicationId);
    if (code === undefined) throw new Error(`No code for ${applicationId}`);
    return code;
  }
}
