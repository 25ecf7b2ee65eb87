import { Chronicle, momentView, type ChronicleFilter, type Moment } from '@hoptac/chronicle';
import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, invalidInput, isLocalDate, notFound, type Clock, type Instant, type LocalDate } from '@hoptac/kernel';
import { PersonalDataAccess, PersonVault } from '@hoptac/personal-data';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { differencesBetween } from '../application/differences';
import { InspectionRights, type Reach } from '../application/inspection-rights';
import { States, type Subject } from '../application/states';
import { Timeline } from '../application/timeline';
import { maskedPersons, personsIn, withoutPersons } from '../application/without-persons';
import {
  ComparisonAnswer,
  ComparisonQuery,
  PersonViewAnswer,
  PersonViewBody,
  TimelineAnswer,
  TimelineExportQuery,
  TimelineQuery,
} from './audit.dto';
import { exportOf, MEDIA_TYPES } from './timeline-export';

const DEFAULT_LIMIT = 50;
const KINDS = { organisations: 'organisation', cases: 'case', people: 'account' } as const;
type Plural = keyof typeof KINDS;

const SubjectParams = (): MethodDecorator => (target, key, descriptor) => {
  ApiParam({ name: 'subjects', enum: Object.keys(KINDS) })(target, key, descriptor);
  ApiParam({ name: 'id', description: 'Id of the organisation, the dossier, or the account.' })(
    target,
    key,
    descriptor,
  );
};

/** Diễn biến: the history of an organisation, a case or an account, at any moment, and what changed between two. Nobody writes here. */
@ApiTags('audit')
@Controller('api/audit/:subjects/:id')
export class AuditController {
  constructor(
    private readonly rights: InspectionRights,
    private readonly timeline: Timeline,
    private readonly states: States,
    private readonly chronicle: Chronicle,
    private readonly vault: PersonVault,
    private readonly access: PersonalDataAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('events')
  @Allows('audit.read', { area: 'officeArea' })
  @SubjectParams()
  @ApiOperation({ operationId: 'listAuditEvents', summary: 'Who did what, when, under which article, newest first' })
  @ApiOkResponse({ type: TimelineAnswer })
  async events(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('subjects') subjects: string,
    @Param('id') id: string,
    @Query() query: TimelineQuery,
  ): Promise<TimelineAnswer> {
    const subject = subjectOf(subjects, id);
    const reach = await this.rights.of(actor, subject);
    const moment = await this.chronicle.moment(query.asOf);
    const whole = await this.wholeOf(subject, reach);
    const filter = narrowed(whole, query, moment);
    const before = query.before === undefined ? {} : { before: BigInt(query.before) };
    const [page, facets] = await Promise.all([
      this.timeline.page(filter, { limit: query.limit ?? DEFAULT_LIMIT, ...before }),
      this.chronicle.facets(whole),
    ]);
    return { title: reach.title, ...page, facets, ...(moment === undefined ? {} : { asOf: momentView(moment) }) };
  }

  @Get('export')
  @Allows('audit.read', { area: 'officeArea' })
  @SubjectParams()
  @ApiOperation({ operationId: 'exportAuditEvents', summary: 'The facts shown, as PDF, XLSX, CSV or JSON' })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  async export(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('subjects') subjects: string,
    @Param('id') id: string,
    @Query() query: TimelineExportQuery,
  ): Promise<StreamableFile> {
    const subject = subjectOf(subjects, id);
    const reach = await this.rights.of(actor, subject);
    const moment = await this.chronicle.moment(query.asOf);
    const entries = this.timeline.all(narrowed(await this.wholeOf(subject, reach), query, moment));
    return exportOf(query.format, entries, {
      title: reach.title,
      subject,
      moment,
      by: actor.personId,
      at: this.clock.now(),
      filter: query,
    });
  }

  @Get('comparison')
  @Allows('audit.read', { area: 'officeArea' })
  @SubjectParams()
  @ApiOperation({ operationId: 'compareAuditMoments', summary: 'The subject at two moments, and what differs' })
  @ApiOkResponse({ type: ComparisonAnswer })
  async compare(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('subjects') subjects: string,
    @Param('id') id: string,
    @Query() query: ComparisonQuery,
  ): Promise<ComparisonAnswer> {
    const subject = subjectOf(subjects, id);
    await this.rights.of(actor, subject);
    const [from, to] = await Promise.all([this.chronicle.moment(query.from), this.chronicle.moment(query.to)]);
    const [before, after] = await this.states.at(subject, [from?.position, to?.position]);
    const persons = await maskedPersons(this.vault, personsIn([before, after]));
    const [shownBefore, shownAfter] = [withoutPersons(before), withoutPersons(after)];
    return {
      before: shownBefore,
      after: shownAfter,
      differences: differencesBetween(shownBefore, shownAfter),
      persons,
      ...(from === undefined ? {} : { from: momentView(from) }),
      ...(to === undefined ? {} : { to: momentView(to) }),
    };
  }

  @Post('persons/:personId/views')
  @HttpCode(200)
  @Allows('personalData.view', { area: 'officeArea' })
  @SubjectParams()
  @ApiOperation({ operationId: 'viewPerson', summary: 'Shows one person in clear; that it did is recorded first' })
  @ApiOkResponse({ type: PersonViewAnswer })
  async view(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('subjects') subjects: string,
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() body: PersonViewBody,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<PersonViewAnswer> {
    const subject = subjectOf(subjects, id);
    const reach = await this.rights.of(actor, subject, 'personalData.view');
    const moment = await this.chronicle.moment(body.asOf);
    const [state] = await this.states.at(subject, [moment?.position]);
    const sealed = personsIn(state).get(personId);
    if (sealed === undefined || subject.kind === 'account')
      throw notFound('AUDIT.PERSON_NOT_FOUND', 'No such person in the content at that moment');
    const person = await this.access.view(sealed, {
      purpose: body.purpose,
      page: body.page,
      subject: { kind: subject.kind === 'case' ? 'dossier' : subject.kind, id },
      actor: reach.actor,
      ...writing,
    });
    return { person, at: this.clock.now() };
  }

  /** Every fact of the subject that the reader may see. */
  private async wholeOf(subject: Subject, { withinOffices }: Reach): Promise<ChronicleFilter> {
    const streams = await this.states.streamsOf(subject);
    if (subject.kind !== 'account') return { streams };
    return { streams, persons: [subject.id], ...(withinOffices === undefined ? {} : { withinOffices }) };
  }
}

/** @throws DomainError 400 for what is no kind of subject. */
function subjectOf(subjects: string, id: string): Subject {
  if (!Object.hasOwn(KINDS, subjects) || !/^[A-Za-z0-9:._-]{1,100}$/.test(id))
    throw invalidInput('PLATFORM.INPUT_INVALID', 'No kind of subject, or no id', { field: 'subjects' });
  return { kind: KINDS[subjects as Plural], id };
}

function narrowed(whole: ChronicleFilter, query: TimelineQuery, moment: Moment | undefined): ChronicleFilter {
  const { type, by, article, from, to, effectiveFrom, effectiveTo } = query;
  return {
    ...whole,
    ...(type === undefined ? {} : { type }),
    ...(by === undefined ? {} : { by }),
    ...(article === undefined ? {} : { article }),
    ...(from === undefined ? {} : { from: instantAt(from, '00:00:00.000') }),
    ...(to === undefined ? {} : { to: instantAt(to, '23:59:59.999') }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom: dayOf(effectiveFrom) }),
    ...(effectiveTo === undefined ? {} : { effectiveTo: dayOf(effectiveTo) }),
    ...(moment === undefined ? {} : { upTo: moment.position }),
  };
}

/** @throws DomainError 400 for a day that does not exist. */
function dayOf(day: string): LocalDate {
  if (!isLocalDate(day))
    throw invalidInput('PLATFORM.INPUT_INVALID', `${day} is not a day`, { field: 'effectiveFrom' });
  return day;
}

/** A time of day in Vietnam. @throws DomainError 400 for a day that does not exist. */
function instantAt(day: string, time: string): Instant {
  const at = Date.parse(`${day}T${time}+07:00`);
  if (Number.isNaN(at)) throw invalidInput('PLATFORM.INPUT_INVALID', `${day} is not a day`, { field: 'from' });
  return new Date(at).toISOString() as Instant;
}
