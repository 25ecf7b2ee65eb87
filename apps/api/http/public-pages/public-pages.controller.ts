import { PublicLookup } from '@hoptac/dossiers';
import { AreaTree, type AuthenticatedActor, CurrentActor, PERMISSIONS, Public } from '@hoptac/identity';
import { CLOCK, type Clock, localDateOf } from '@hoptac/kernel';
import { AppConfig, LookupLimited } from '@hoptac/platform';
import { CertificateVerification } from '@hoptac/registry';
import { Controller, Get, Header, Inject, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { casePage, unknownCasePage } from './case-page';
import { certificatePage, unknownCertificatePage } from './certificate-page';
import { caseCodeForm, homePage, tokenForm } from './home-page';
import { html, type Markup } from './html';
import { publicPage } from './layout';
import { PageProblemFilter } from './page-problem.filter';

interface Reply {
  status(code: number): unknown;
  redirect(url: string, status: number): unknown;
}

const HTML = 'text/html; charset=utf-8';
/** Longest code or token that is looked up; more is nobody's. */
const LONGEST = 120;

/** Pages for anyone, finished by the server: they work without script, on any phone, and name no person who is not on a certificate. */
@ApiExcludeController()
@Controller()
@UseFilters(PageProblemFilter)
export class PublicPagesController {
  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(PublicLookup) private readonly cases: PublicLookup,
    @Inject(CertificateVerification) private readonly certificates: CertificateVerification,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  home(@CurrentActor() actor: AuthenticatedActor, @Query('signIn') signIn: string | undefined): string {
    return this.page('Trang chủ', actor, homePage(signIn === 'failed'));
  }

  /** Where somebody lands after signing in: staff on their queue, everybody else on their own dossiers. */
  @Get('bat-dau')
  @Public()
  begin(@CurrentActor() actor: AuthenticatedActor, @Res() reply: Reply): void {
    const may = (action: string): boolean => actor.roles.some((role) => action in PERMISSIONS[role]);
    const page = may('dossiers.list')
      ? '/work'
      : may('projections.manage')
        ? '/admin/system'
        : may('dossiers.readOwn')
          ? '/ho-so-cua-toi'
          : '/';
    reply.redirect(page, 303);
  }

  @Get('tra-cuu')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  track(
    @CurrentActor() actor: AuthenticatedActor,
    @Query('ma') typed: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): string | undefined {
    if (isTyped(typed)) {
      reply.redirect(`/tra-cuu/${encodeURIComponent(typed.trim())}`, 303);
      return undefined;
    }
    return this.page(
      'Tra cứu hồ sơ',
      actor,
      html`<h1>Tra cứu hồ sơ</h1>
        ${caseCodeForm()}`,
    );
  }

  @Get('tra-cuu/:caseCode')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async trackCase(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('caseCode') caseCode: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const row = await this.cases.find(caseCode);
    if (row === undefined) {
      reply.status(404);
      return this.page('Không tìm thấy hồ sơ', actor, unknownCasePage(caseCode));
    }
    const today = localDateOf(this.clock.now());
    return this.page(`Hồ sơ ${row.case_code}`, actor, casePage(row, this.areas, today));
  }

  @Get('xac-thuc')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  verifyForm(
    @CurrentActor() actor: AuthenticatedActor,
    @Query('ma') typed: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): string | undefined {
    if (isTyped(typed)) {
      reply.redirect(`/xac-thuc/${encodeURIComponent(typed.trim())}`, 303);
      return undefined;
    }
    const words = html`<h1>Xác thực Giấy chứng nhận</h1>
      <p>Quét mã QR trên Giấy chứng nhận bằng máy ảnh của điện thoại, hoặc nhập mã xác thực in dưới mã QR.</p>
      ${tokenForm()}`;
    return this.page('Xác thực Giấy chứng nhận', actor, words);
  }

  @Get('xac-thuc/:token')
  @Public()
  @LookupLimited()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'no-store')
  async verify(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const certificate = await this.certificates.verify(token);
    if (certificate === undefined) {
      reply.status(404);
      return this.page('Không có trong sổ đăng ký', actor, unknownCertificatePage(this.clock.now()));
    }
    const words = certificate.stands === 'inForce' ? 'Còn hiệu lực' : 'Đã được thay thế';
    return this.page(`${words}: ${certificate.name}`, actor, certificatePage(certificate, this.areas));
  }

  private page(title: string, actor: AuthenticatedActor, body: Markup): string {
    return publicPage(title, { config: this.config, actor }, body);
  }
}

const isTyped = (typed: unknown): typed is string =>
  typeof typed === 'string' && typed.trim() !== '' && typed.length <= LONGEST;
