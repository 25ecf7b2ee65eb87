import { PublicLookup } from '@hoptac/dossiers';
import { AreaTree, type AuthenticatedActor, CurrentActor, PERMISSIONS, Public, localPath } from '@hoptac/identity';
import { CLOCK, type Clock, localDateOf } from '@hoptac/kernel';
import { LookupLimited } from '@hoptac/platform';
import { CertificateVerification } from '@hoptac/registry';
import { Controller, Get, Header, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { casePage, unknownCasePage } from './case-page';
import { certificatePage, unknownCertificatePage } from './certificate-page';
import { caseCodeForm, homePage, howToVerify, tokenForm } from './home-page';
import { html } from './html';
import { HTML, isTyped, PageDesk, type PageRequest, type Reply } from './page-desk';
import { PageProblemFilter } from './page-problem.filter';
import { LANGUAGE_COOKIE } from './speech';

const A_YEAR_S = 31_536_000;

/** Pages for anyone, finished by the server: they work without script, on any phone, and name no person who is not on a certificate. */
@ApiExcludeController()
@Controller()
@UseFilters(PageProblemFilter)
export class PublicPagesController {
  constructor(
    private readonly desk: PageDesk,
    @Inject(PublicLookup) private readonly cases: PublicLookup,
    @Inject(CertificateVerification) private readonly certificates: CertificateVerification,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  home(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Query('signIn') signIn: string | undefined,
  ): string {
    const { speech, page } = this.desk.of(request, actor);
    return page(speech.say('Trang chủ', 'Home'), homePage(speech, signIn === 'failed'));
  }

  /** Where somebody lands after signing in: staff on their queue, staff of the fund on theirs, everybody else on their own dossiers. */
  @Get('bat-dau')
  @Public()
  begin(@CurrentActor() actor: AuthenticatedActor, @Res() reply: Reply): void {
    const may = (action: string): boolean => actor.roles.some((role) => action in PERMISSIONS[role]);
    const page = may('dossiers.list')
      ? '/work'
      : may('supportFund.list')
        ? '/fund/appraisals'
        : may('projections.manage')
          ? '/admin/system'
          : may('dossiers.readOwn')
            ? '/ho-so-cua-toi'
            : '/';
    reply.redirect(page, 303);
  }

  /** Keeps the language in the cookie that all pages read, and goes back to the page. */
  @Get('ngon-ngu')
  @Public()
  chooseLanguage(@Query('chon') chosen: unknown, @Query('ve') back: unknown, @Res() reply: Reply): void {
    reply.setCookie(LANGUAGE_COOKIE, chosen === 'en' ? 'en' : 'vi', {
      path: '/',
      httpOnly: false,
      sameSite: 'lax',
      secure: this.desk.secure,
      maxAge: A_YEAR_S,
    });
    reply.redirect(localPath(typeof back === 'string' ? back : undefined), 303);
  }

  @Get('tra-cuu')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  track(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Query('ma') typed: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): string | undefined {
    if (isTyped(typed)) {
      reply.redirect(`/tra-cuu/${encodeURIComponent(typed.trim())}`, 303);
      return undefined;
    }
    const { speech, page } = this.desk.of(request, actor);
    const title = speech.say('Tra cứu hồ sơ', 'Track a case');
    return page(
      title,
      html`<h1>${title}</h1>
        ${caseCodeForm(speech)}`,
    );
  }

  @Get('tra-cuu/:caseCode')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async trackCase(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Param('caseCode') caseCode: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const { speech, page } = this.desk.of(request, actor);
    const row = await this.cases.find(caseCode);
    if (row === undefined) {
      reply.status(404);
      return page(speech.say('Không tìm thấy hồ sơ', 'No dossier found'), unknownCasePage(caseCode, speech));
    }
    const today = localDateOf(this.clock.now());
    return page(`${speech.say('Hồ sơ', 'Dossier')} ${row.case_code}`, casePage(row, this.areas, today, speech));
  }

  @Get('xac-thuc')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  verifyForm(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Query('ma') typed: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): string | undefined {
    if (isTyped(typed)) {
      reply.redirect(`/xac-thuc/${encodeURIComponent(typed.trim())}`, 303);
      return undefined;
    }
    const { speech, page } = this.desk.of(request, actor);
    const title = speech.say('Xác thực Giấy chứng nhận', 'Verify a certificate');
    return page(
      title,
      html`<h1>${title}</h1>
        <p>${howToVerify(speech)}</p>
        ${tokenForm(speech)}`,
    );
  }

  @Get('xac-thuc/:token')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async verify(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: PageRequest,
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const { speech, page } = this.desk.of(request, actor);
    const certificate = await this.certificates.verify(token);
    if (certificate === undefined) {
      reply.status(404);
      const title = speech.say('Không có trong sổ đăng ký', 'Not in the register');
      return page(title, unknownCertificatePage(this.clock.now(), speech));
    }
    const words =
      certificate.stands === 'inForce'
        ? speech.say('Còn hiệu lực', 'In force')
        : speech.say('Đã được thay thế', 'Replaced');
    return page(`${words}: ${certificate.name}`, certificatePage(certificate, this.areas, speech));
  }
}
