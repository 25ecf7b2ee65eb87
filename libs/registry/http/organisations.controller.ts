import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { Allows, AreaTree, assertMay, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock, type LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganisationList, type OrganisationFilter } from '../read-models/organisations/organisation-list';
import type { OrganisationRow } from '../read-models/organisations/organisations.tables';
import { OrganisationListAnswer, OrganisationPage, OrganisationQuery } from './organisations.dto';
import type { Plain } from './plain';
import { timelineOf, TimelineEntry } from './timeline';
import { lineOf, pageOf } from './views';

const DEFAULT_LIMIT = 50;

/** The register — sổ đăng ký: who exists, and all about one. */
@ApiTags('register')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationList,
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
    const current = query.after === undefined || (await this.organisations.waitFor(BigInt(query.after)));
    const asOf = query.asOf === undefined ? undefined : BigInt(query.asOf);
    const filter = this.filterOf(actor, query);
    const page = await this.organisations.page(filter, {
      limit: query.limit ?? DEFAULT_LIMIT,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      ...(asOf === undefined ? {} : { asOf }),
    });
    const total = await this.organisations.count(filter, asOf);
    return { items: page.items.map(lineOf), total, current, ...(page.next === undefined ? {} : { next: page.next }) };
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
    if (query.after !== undefined) await this.organisations.waitFor(BigInt(query.after));
    const row = await this.readable(actor, id, query.asOf === undefined ? undefined : BigInt(query.asOf));
    const representative = row.representative === null ? null : await this.vault.open(row.representative);
    const name = representative?.['fullName'];
    return pageOf(row, typeof name === 'string' ? name : undefined);
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

  private filterOf(actor: AuthenticatedActor, query: OrganisationQuery): OrganisationFilter {
    const areaCodes = this.areaCodes(actor, query.area);
    return {
      ...(query.q === undefined ? {} : { text: query.q }),
      ...(query.kind === undefined ? {} : { kind: query.kind }),
      ...(query.legalStatus === undefined ? {} : { legalStatus: query.legalStatus }),
      ...(query.office === undefined ? {} : { officeId: query.office }),
      areaCodes,
    };
  }

  /** Areas, past and present, whose land lies today where the reader may look, and in the area asked for. */
  private areaCodes(actor: AuthenticatedActor, area: string | undefined): readonly string[] {
    const today = this.today();
    const held = actor.assignments.flatMap(({ areaCode }) => (areaCode === undefined ? [] : [areaCode]));
    const within = (code: string, ancestor: string): boolean => this.areas.isWithin(code, ancestor, today);
    const codes = this.areas.areasOn(today).flatMap(({ code, mergedFrom }) => [code, ...mergedFrom]);
    return [...new Set(codes)].filter(
      (code) =>
        held.some((ancestor) => within(code, ancestor)) && (area === undefined || code === area || within(code, area)),
    );
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now());
  }
}

const unknown = () => notFound('REGISTRY.ORGANISATION_NOT_FOUND', 'There is no such organisation');
