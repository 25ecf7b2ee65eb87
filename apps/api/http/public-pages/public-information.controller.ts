import { AreaTree, type AuthenticatedActor, CurrentActor, Public } from '@hoptac/identity';
import { CLOCK, type Clock, localDateOf } from '@hoptac/kernel';
import { LookupLimited } from '@hoptac/platform';
import { PublicRegister } from '@hoptac/registry';
import { loadRulebook } from '@hoptac/rulebook';
import { Controller, Get, Header, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { accessibilityPage, helpPage, personalDataPage } from './about-pages';
import { fundPage } from './fund-page';
import { HTML, isTyped, PageDesk, type PageRequest, type Reply } from './page-desk';
import { PageProblemFilter } from './page-problem.filter';
import { askedDay, procedureGuide, procedurePage, unknownProcedurePage } from './procedure-page';
import { noticesPage, organisationPage, organisationsPage, unknownOrganisationPage } from './register-pages';

const PAGE = 25;
const cursorOf = (typed: unknown): string | undefined =>
  typeof typed === 'string' && typed.length <= 1_000 ? typed : undefined;

/** The public register, the notices, the procedure guide, and what the house says of itself: finished by the server, without script. */
@ApiExcludeController()
@Controller()
@UseFilters(PageProblemFilter)
export class PublicInformationController {
  constructor(
    private readonly desk: PageDesk,
    @Inject(PublicRegister) private readonly register: PublicRegister,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('to-chuc')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async organisations(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Query('q') typed: unknown,
    @Query('tiep') cursor: unknown,
  ): Promise<string> {
    const { speech, page } = this.desk.of(request, actor);
    const text = isTyped(typed) ? typed.trim() : '';
    const found = text === '' ? undefined : await this.register.search(text, { limit: PAGE, cursor: cursorOf(cursor) });
    const body = organisationsPage(text, found, this.areas, this.today(), speech);
    return page(speech.say('Tra cứu tổ chức đăng ký', 'Public register'), body);
  }

  @Get('to-chuc/:code')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async organisation(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const { speech, page } = this.desk.of(request, actor);
    const found = await this.register.find(code.trim());
    if (found === undefined) {
      reply.status(404);
      const title = speech.say('Không có trong sổ đăng ký', 'Not in the register');
      return page(title, unknownOrganisationPage(code, speech));
    }
    return page(found.name, organisationPage(found, this.areas, this.today(), speech));
  }

  @Get('cong-bo')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async notices(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Query('tiep') cursor: unknown,
  ): Promise<string> {
    const { speech, page } = this.desk.of(request, actor);
    const today = this.today();
    const days = loadRulebook().value('publication.duration', today).value.amount;
    const published = await this.register.publishedOn(today, { limit: PAGE, cursor: cursorOf(cursor) });
    const body = noticesPage(published, days, this.areas, today, speech);
    return page(speech.say('Công bố nội dung đăng ký', 'Notices of registration'), body);
  }

  @Get('quy-ho-tro')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  fund(@CurrentActor() actor: AuthenticatedActor, @Req() request: PageRequest): string {
    const { speech, page } = this.desk.of(request, actor);
    const title = speech.say('Quỹ hỗ trợ phát triển hợp tác xã', 'Cooperative Development Support Fund');
    return page(title, fundPage(this.today(), speech));
  }

  @Get('thu-tuc/:procedure')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  procedure(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Param('procedure') id: string,
    @Query('ngay') typed: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): string {
    const { speech, page } = this.desk.of(request, actor);
    const guide = procedureGuide(id, askedDay(typed, this.today()));
    if (guide === undefined) {
      reply.status(404);
      return page(speech.say('Không có hướng dẫn này', 'There is no such guide'), unknownProcedurePage(id, speech));
    }
    return page(speech.say('Hướng dẫn thủ tục', 'Procedure guide'), procedurePage(guide, speech));
  }

  @Get('tro-giup')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  help(@CurrentActor() actor: AuthenticatedActor, @Req() request: PageRequest): string {
    const { speech, page } = this.desk.of(request, actor);
    return page(speech.say('Trợ giúp', 'Help'), helpPage(speech));
  }

  @Get('du-lieu-ca-nhan')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  personalData(@CurrentActor() actor: AuthenticatedActor, @Req() request: PageRequest): string {
    const { speech, page } = this.desk.of(request, actor);
    return page(speech.say('Dữ liệu cá nhân', 'Personal data'), personalDataPage(speech));
  }

  @Get('tiep-can')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  accessibility(@CurrentActor() actor: AuthenticatedActor, @Req() request: PageRequest): string {
    const { speech, page } = this.desk.of(request, actor);
    return page(speech.say('Khả năng tiếp cận', 'Accessibility'), accessibilityPage(speech));
  }

  private today() {
    return localDateOf(this.clock.now());
  }
}
