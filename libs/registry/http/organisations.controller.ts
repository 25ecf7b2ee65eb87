import { Chronicle, momentView, type Moment } from '@hoptac/chronicle';
import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { xlsxOf } from '@hoptac/exports';
import { Allows, AreaTree, assertMay, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock, type LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CertificateBook } from '../read-models/certificates/certificate-book';
import { OrganisationList } from '../read-models/organisations/organisation-list';
import type { OrganisationRow } from '../read-models/organisations/organisations.tables';
import { OrganisationFilters } from './organisation-filters';
import { OrganisationListAnswer, OrganisationPage, OrganisationQuery } from './organisations.dto';
import type { Plain } from './plain';
import { registerSheet } from './register-export';
import { timelineOf, TimelineEntry } from './timeline';
import { certificateOf, lineOf, pageOf, publicationOf } from './views';

const DEFAULT_LIMIT = 50;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The register — sổ đăng ký: who exists, and all about one; now, or as it stood at any moment. */
@ApiTags('register')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationList,
    private readonly certificates: CertificateBook,
    private readonly filters: OrganisationFilters,
    private readonly chronicle: Chronicle,
    private readonly vault: PersonVault,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('registry.read', { area: 'officeArea' })
  @ApiOperation({
    operationId: 'listOrganisations',
    summary: 'Organisations of the area in which the reader holds a role',
  })
  @ApiOkResponse({ type: OrganisationListAnswer })
  async list(
    @CurrentActor() actor: AuthenticatedActor,
    @Query() query: OrganisationQuery,
  ): Promise<Plain<OrganisationListAnswer>> {
    const moment = await this.chronicle.moment(query.asOf);
    const current = await this.hasSeen(query.after, moment);
    const filter = this.filters.of(actor, query, this.dayOf(moment));
    const [page, { total, more }] = await Promise.all([
      this.organisations.page(filter, {
        limit: query.limit ?? DEFAULT_LIMIT,
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
        ...(moment === undefined ? {} : { asOf: moment.position }),
      }),
      this.organisations.count(filter, moment?.position),
    ]);
    return {
      items: page.items.map(lineOf),
      total,
      totalIsMore: more,
      current,
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(moment === undefined ? {} : { asOf: momentView(moment) }),
    };
  }

  @Get('export.xlsx')
  @Allows('registry.read', { area: 'officeArea' })
  @ApiOperation({ operationId: 'exportOrganisations', summary: 'The filtered list as a workbook, without persons' })
  @ApiProduces(XLSX)
  async export(@CurrentActor() actor: AuthenticatedActor, @Query() query: OrganisationQuery): Promise<StreamableFile> {
    const moment = await this.chronicle.moment(query.asOf);
    await this.hasSeen(query.after, moment);
    const on = this.dayOf(moment);
    const rows = this.organisations.all(this.filters.of(actor, query, on), moment?.position);
    const made = { by: actor.personId, at: this.clock.now(), moment, query };
    return new StreamableFile(xlsxOf(registerSheet(rows, this.areas, on, made)), {
      type: XLSX,
      disposition: `attachment; filename="so-dang-ky-${on}.xlsx"`,
    });
  }

  @Get(':id')
  @Allows('registry.read', { area: 'officeArea' })
  @ApiOperation({ operationId: 'getOrganisation', summary: 'What the register says of one organisation' })
  @ApiOkResponse({ type: OrganisationPage })
  async get(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @Query() query: OrganisationQuery,
  ): Promise<Plain<OrganisationPage>> {
    const moment = await this.chronicle.moment(query.asOf);
    await this.hasSeen(query.after, moment);
    const row = await this.readable(actor, id, moment?.position);
    const [certificates, statuses] = await Promise.all([
      this.certificates.ofOrganisation(id, moment?.position),
      this.organisations.statuses(id, moment?.position),
    ]);
    const representative = row.representative === null ? null : await this.vault.open(row.representative);
    const name = representative?.['fullName'];
    return pageOf(row, {
      certificates: certificates.map((certificate) => certificateOf(certificate, row.certificate_number)),
      statuses: await Promise.all(
        statuses.map(async ({ legalStatus, since: position }) => {
          const since = await this.chronicle.clockAt(position);
          return { legalStatus, position: position.toString(), ...(since === undefined ? {} : { since }) };
        }),
      ),
      ...(typeof name === 'string' ? { representativeName: name } : {}),
      ...publicationOf(row, localDateOf(moment?.instant ?? this.clock.now())),
      ...(moment === undefined ? {} : { asOf: momentView(moment) }),
    });
  }

  @Get(':id/events')
  @Allows('audit.read', { area: 'officeArea' })
  @ApiOperation({
    operationId: 'listOrganisationEvents',
    summary: 'Who did what when, under which article: the organisation’s own stream',
  })
  @ApiOkResponse({ type: [TimelineEntry] })
  async timeline(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
  ): Promise<readonly Plain<TimelineEntry>[]> {
    const { events } = await this.events.readStream(streamName('organisation', id));
    const row = await this.organisations.find(id);
    if (row === undefined || events.length === 0) throw unknown();
    assertMay(actor, 'audit.read', { areaCode: row.area_code }, this.today(), this.areas);
    return events.map(timelineOf);
  }

  private async readable(actor: AuthenticatedActor, id: string, asOf: bigint | undefined): Promise<OrganisationRow> {
    const row = await this.organisations.find(id, asOf);
    if (row === undefined) throw unknown();
    assertMay(actor, 'registry.read', { areaCode: row.area_code }, this.today(), this.areas);
    return row;
  }

  /** Waits for the position of the reader's own write, and for the moment looked back to. */
  private async hasSeen(after: string | undefined, moment: Moment | undefined): Promise<boolean> {
    const wanted = [after === undefined ? 0n : BigInt(after), moment?.position ?? 0n].reduce((a, b) => (a > b ? a : b));
    return wanted === 0n || this.organisations.waitFor(wanted);
  }

  /** The day whose area tree counts. */
  private dayOf(moment: Moment | undefined): LocalDate {
    return moment === undefined ? this.today() : localDateOf(moment.instant);
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now());
  }
}

const unknown = () => notFound('REGISTRY.ORGANISATION_NOT_FOUND', 'There is no such organisation');
