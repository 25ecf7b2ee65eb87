import { plain } from '@hoptac/dossiers';
import { Allows, AreaTree, assertMay, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type LocalDate } from '@hoptac/kernel';
import { supportFundLaw } from '@hoptac/rulebook';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiQuery, ApiTags } from '@nestjs/swagger';
import { requiredPapers } from '../../application/applications/application-papers';
import { BorrowerBook } from '../../application/applications/borrower-book';
import { Measuring } from '../../application/applications/measuring';
import { ApplicationStore } from '../../application/stores';
import {
  canRepay,
  capitalOn,
  decidingBody,
  Exposure,
  repaymentFigures,
  scheduleOf,
  shareOf,
  type DecisionBody,
  type RepaymentFigures,
} from '../../domain';
import { applicationMustBeSubmitted } from '../../domain/applications/application.rules';
import { LoanScheduleAnswer } from '../loan-schedule.answer';
import { termsFrom, TermsPreviewDto } from './report.dto';

/** What the register and the fund know already, so that nobody is asked for it. */
export class BorrowerPrefill {
  @ApiProperty() readonly organisationId!: string;
  @ApiPropertyOptional() readonly code?: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly kind!: string;
  @ApiProperty() readonly areaCode!: string;
  @ApiProperty() readonly legalStatus!: string;
  @ApiPropertyOptional() readonly registeredOn?: LocalDate;
  @ApiProperty({ description: 'The organisation itself may borrow of this fund (D45 Art. 20, 22).' })
  readonly mayBorrow!: boolean;
  @ApiProperty({ description: 'Its members may borrow.' }) readonly membersMayBorrow!: boolean;
  @ApiProperty({ description: 'What the limits of one borrower still leave, đồng (D45 Art. 23.2).' })
  readonly roomLeft!: number;
  @ApiProperty({ type: [String], description: 'Papers that the fund asks the organisation for.' })
  readonly requiredPapers!: readonly string[];
}

/** Terms counted against the plan of an application; nothing is recorded. */
export class TermsPreview {
  @ApiProperty({ type: Object }) readonly figures!: RepaymentFigures;
  @ApiProperty() readonly canRepay!: boolean;
  @ApiProperty({ enum: ['director', 'council', 'board'] }) readonly body!: DecisionBody;
  @ApiProperty({ type: LoanScheduleAnswer }) readonly schedule!: LoanScheduleAnswer;
}

/** What people look up before they write: a borrower as the register knows it, terms as the calculator counts them. */
@ApiTags('support-fund')
@Controller('api/support-fund')
export class LendingDeskController {
  constructor(
    private readonly borrowers: BorrowerBook,
    private readonly measuring: Measuring,
    private readonly exposure: Exposure,
    private readonly applications: ApplicationStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('borrowers/:codeOrId')
  @Allows('supportFund.apply')
  @ApiOperation({
    operationId: 'prefillBorrower',
    summary: 'Người vay theo sổ đăng ký: nothing that stands there is asked',
  })
  @ApiOkResponse({ type: BorrowerPrefill })
  @ApiQuery({ name: 'fundId', required: true })
  async prefill(@Param('codeOrId') codeOrId: string, @Query('fundId') fundId: string): Promise<BorrowerPrefill> {
    const now = this.clock.now();
    const today = localDateOf(now);
    const { fund, inForce } = await this.measuring.fundAt(fundId, now);
    const entered = await this.borrowers.entered(codeOrId);
    const { organisationId, name, kind, areaCode, legalStatus, code, registeredOn } = entered;
    const facts = await this.borrowers.facts({ kind, organisationId }, fund, now);
    const open = facts.inArea && legalStatus === 'ACTIVE';
    const kinds = supportFundLaw('borrower.kinds', today).value;
    const taken = await this.exposure.outstandingOf(fundId, `organisation:${organisationId}`, []);
    const limit = shareOf(capitalOn(fund, today).actualCharterCapital, inForce.policy.singleBorrowerShare);
    return {
      ...{ organisationId, name, kind, areaCode, legalStatus },
      ...(code === undefined ? {} : { code }),
      ...(registeredOn === undefined ? {} : { registeredOn }),
      mayBorrow: open && kinds.includes(kind),
      membersMayBorrow: open && kinds.includes(kind === 'cooperativeGroup' ? 'groupMember' : 'cooperativeMember'),
      roomLeft: Math.max(0, limit - taken.borrower),
      requiredPapers: requiredPapers(inForce.policy, kind),
    };
  }

  @Post('applications/:id/terms-previews')
  @HttpCode(200)
  @Allows('supportFund.appraise', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'previewLoanTerms', summary: 'Khả năng trả nợ với điều kiện vay này; records nothing' })
  @ApiOkResponse({ type: TermsPreview })
  async preview(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @Body() body: TermsPreviewDto,
  ): Promise<TermsPreview> {
    const { state } = await this.applications.load(id);
    applicationMustBeSubmitted(state);
    const now = this.clock.now();
    assertMay(actor, 'supportFund.appraise', { officeId: state.officeId }, localDateOf(now), this.areas);
    const { inForce } = await this.measuring.fundAt(state.fundId, now);
    const terms = termsFrom(plain(body.terms));
    const figures = repaymentFigures(state.plan, terms);
    return {
      figures,
      canRepay: canRepay(figures),
      body: decidingBody(terms, inForce.policy),
      schedule: scheduleOf(terms),
    };
  }
}
