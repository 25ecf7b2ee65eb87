import { AreaTree, type AuthenticatedActor } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationFilter } from '../read-models/organisations/organisation-filter';
import type { OrganisationQuery } from './organisations.dto';

/** What a request asks for, within what its reader may see. */
@Injectable()
export class OrganisationFilters {
  constructor(@Inject(AreaTree) private readonly areas: AreaTree) {}

  /** `on`: the day whose area tree counts; the day looked back to where the reader looks back. */
  of(actor: AuthenticatedActor, query: OrganisationQuery, on: LocalDate): OrganisationFilter {
    const { q, kind, legalStatus, office, sector, line, area } = query;
    const { capitalFrom, capitalTo, registeredFrom, registeredTo } = query;
    const everInAreas = area === undefined ? undefined : this.formerArea(area, on);
    return {
      ...(q === undefined ? {} : { text: q }),
      ...(kind === undefined ? {} : { kind }),
      ...(legalStatus === undefined ? {} : { legalStatus }),
      ...(office === undefined ? {} : { officeId: office }),
      ...(sector === undefined ? {} : { sector }),
      ...(line === undefined ? {} : { line }),
      ...(capitalFrom === undefined ? {} : { capitalFrom }),
      ...(capitalTo === undefined ? {} : { capitalTo }),
      ...(registeredFrom === undefined ? {} : { registeredFrom }),
      ...(registeredTo === undefined ? {} : { registeredTo }),
      ...(everInAreas === undefined ? {} : { everInAreas }),
      areaCodes: this.areaCodes(actor, everInAreas === undefined ? area : undefined, on),
    };
  }

  /** Areas, past and present, whose land lies on the day where the reader may look, and in the area asked for. */
  private areaCodes(actor: AuthenticatedActor, area: string | undefined, on: LocalDate): readonly string[] {
    const held = actor.assignments.flatMap(({ areaCode }) => (areaCode === undefined ? [] : [areaCode]));
    const within = (code: string, ancestor: string): boolean => this.areas.isWithin(code, ancestor, on);
    return this.areas
      .codes()
      .filter(
        (code) =>
          held.some((ancestor) => within(code, ancestor)) &&
          (area === undefined || code === area || within(code, area)),
      );
  }

  /** For an area that ended before the day: it and everything that lay in it on its last day. Undefined for one that stands. */
  private formerArea(area: string, on: LocalDate): readonly string[] | undefined {
    const lastDay = this.areas.lastDayOf(area);
    if (lastDay === undefined || lastDay >= on) return undefined;
    return this.areas.codes().filter((code) => this.areas.pathOf(code, lastDay).includes(area));
  }
}
