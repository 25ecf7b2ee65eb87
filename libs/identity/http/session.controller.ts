import { CLOCK, type Clock, type Instant, localDateOf } from '@hoptac/kernel';
import { AppConfig, Logger, StatusRefusal, newId } from '@hoptac/platform';
import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AreaTree } from '../areas/area-tree';
import { type AuthenticatedActor, recordedActor } from '../permissions/may-act';
import { PERMISSIONS } from '../permissions/permissions';
import { localPath } from '../session/local-path';
import { OidcClient } from '../session/oidc-client';
import { type CookieOptions, SessionService } from '../session/session.service';
import { StaffNames } from '../users/staff-names';
import { UserService } from '../users/user.service';
import { CurrentActor, Public } from './decorators';

interface Reply {
  setCookie(name: string, value: string, options: CookieOptions): Reply;
  header(name: string, value: string): Reply;
  redirect(url: string, status: number): unknown;
}

interface Request {
  readonly url: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** A role held today. */
export class HeldRoleView {
  @ApiProperty({ example: 'officer' }) role!: string;
  @ApiPropertyOptional({ example: 'office-91001' }) officeId?: string;
  @ApiPropertyOptional({ example: '91001' }) areaCode?: string;
  @ApiPropertyOptional({ example: 'Rạch Giá' }) areaName?: string;
  @ApiPropertyOptional({ description: 'Account stood in for.' }) onBehalfOf?: string;
}

/** Who is signed in, for the pages' head. */
export class SessionView {
  @ApiProperty() signedIn!: boolean;
  @ApiProperty({ description: "The stack's clock, UTC." }) now!: Instant;
  @ApiProperty({ description: 'The rehearsal clock is allowed here; every page says so.' }) rehearsal!: boolean;
  @ApiProperty({ description: 'Embedded stack with demo accounts.' }) embedded!: boolean;
  @ApiPropertyOptional({
    description: 'Seconds of real time until the session ends; absent for nobody and for tokens.',
  })
  endsInS?: number;
  @ApiPropertyOptional() personId?: string;
  @ApiPropertyOptional() name?: string;
  @ApiProperty({ type: [HeldRoleView] }) roles!: HeldRoleView[];
  @ApiProperty({ type: [String], description: 'Actions that some role held today allows somewhere.' })
  actions!: string[];
}

/** Where the browser goes to finish signing out. */
export class SignedOutView {
  @ApiProperty() continueAt!: string;
}

/** Signing in and out of the pages (the pages never see a token). */
@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(OidcClient) private readonly oidc: OidcClient,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(UserService) private readonly users: UserService,
    @Inject(StaffNames) private readonly names: StaffNames,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionView })
  whoAmI(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): SessionView {
    reply.header('Cache-Control', 'no-store');
    const now = this.clock.now();
    const today = localDateOf(now);
    const signedIn = actor.roles.includes('applicant');
    const session = signedIn ? this.sessions.read(request.cookies) : undefined;
    return {
      signedIn,
      now,
      rehearsal: this.config.rehearsal,
      embedded: this.config.embedded,
      ...(signedIn ? { personId: actor.personId, name: actor.name } : {}),
      ...(session === undefined ? {} : { endsInS: Math.max(0, Math.floor((session.expiresAt - Date.now()) / 1000)) }),
      roles: actor.assignments.map((assignment) => {
        const areaName =
          assignment.areaCode === undefined ? undefined : this.areas.find(assignment.areaCode, today)?.name;
        return { ...assignment, ...(areaName === undefined ? {} : { areaName }) };
      }),
      actions: [
        ...new Set(actor.assignments.flatMap((assignment) => Object.keys(PERMISSIONS[assignment.role]))),
      ].sort(),
    };
  }

  @Get('login')
  @Public()
  @ApiOperation({ operationId: 'startLogin', summary: 'Sends the browser to the identity provider' })
  async login(@Query('returnTo') returnTo: string | undefined, @Res() reply: Reply): Promise<void> {
    const { url, state, nonce, verifier } = await this.oidc.start();
    const { value, options } = this.sessions.remember({ state, nonce, verifier, returnTo: localPath(returnTo) });
    reply.setCookie(this.sessions.loginCookie, value, options).header('Cache-Control', 'no-store').redirect(url, 303);
  }

  /** The provider sends the browser back here. Whatever does not fit ends on the home page with `?signIn=failed`; nobody is signed in then. */
  @Get('callback')
  @Public()
  @ApiOperation({ operationId: 'finishLogin', summary: 'Ends the login and begins a session' })
  async callback(@Req() request: Request, @Res() reply: Reply): Promise<void> {
    const pending = this.sessions.pending(request.cookies);
    reply.setCookie(this.sessions.loginCookie, '', this.sessions.options(0)).header('Cache-Control', 'no-store');
    if (pending === undefined) {
      reply.redirect('/?signIn=failed', 303);
      return;
    }
    try {
      const person = await this.oidc.finish(request.url.split('?')[1] ?? '', pending);
      const { value, options } = this.sessions.begin(person);
      await this.remember(person);
      reply.setCookie(this.sessions.sessionCookie, value, options).redirect(pending.returnTo, 303);
    } catch (error) {
      if (error instanceof StatusRefusal) throw error;
      this.logger.info('Login failed', { reason: error instanceof Error ? error.message : String(error) });
      reply.redirect('/?signIn=failed', 303);
    }
  }

  /** A name that cannot be kept now is told again at the next sign-in; nobody waits outside for it. */
  private async remember({ sub, name }: { readonly sub: string; readonly name: string }): Promise<void> {
    try {
      await this.names.remember(sub, name);
    } catch (error) {
      this.logger.warn('A name could not be kept', { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Ends every session of the person, on every device, then names where the provider's own session ends. */
  @Post('logout')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'logout', summary: 'Signs out everywhere' })
  @ApiOkResponse({ type: SignedOutView })
  async logout(
    @CurrentActor() actor: AuthenticatedActor,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SignedOutView> {
    const session = this.sessions.read(request.cookies);
    // A cross-site caller arrives here as nobody and must not be able to sign anybody out.
    if (!actor.roles.includes('applicant')) return { continueAt: '/' };
    await this.users.endSessions(actor.personId, { actor: recordedActor(actor), commandId: newId() });
    reply.setCookie(this.sessions.sessionCookie, '', this.sessions.options(0)).header('Clear-Site-Data', '"cache"');
    return { continueAt: session === undefined ? '/' : await this.oidc.endSessionUrl(session.idToken) };
  }
}
