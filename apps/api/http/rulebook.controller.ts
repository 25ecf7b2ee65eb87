import { Allows } from '@hoptac/identity';
import {
  CLOCK,
  type Clock,
  invalidInput,
  isDomainError,
  isLocalDate,
  localDateOf,
  type LocalDate,
} from '@hoptac/kernel';
import {
  holdsOn,
  loadRulebook,
  type Law,
  type Procedure,
  type Regime,
  type Rule,
  type RulebookSubject,
  type Transition,
} from '@hoptac/rulebook';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';

/** A value of the law as it was and is, each version with its days. */
export interface SubjectView {
  readonly subject: RulebookSubject;
  readonly rules: readonly (Rule<unknown> & {
    /** Whether it holds on the day asked for. */
    readonly inForce: boolean;
  })[];
}

export interface RulebookView {
  readonly on: LocalDate;
  /** What a case records when it starts. */
  readonly version: string;
  readonly regime: Regime;
  readonly regimes: readonly Regime[];
  readonly transitions: readonly Transition[];
  readonly laws: readonly Law[];
  /** Procedures whose rules are known under the regime of the day. */
  readonly procedures: readonly Procedure[];
  /** Official procedures by id whose rules are not known on that day. */
  readonly unruled: readonly { readonly id: string; readonly nameVi: string; readonly nameEn: string }[];
  readonly values: readonly SubjectView[];
}

/** Bộ quy tắc pháp luật: what the house goes by, with article and evidence mark; changed by a release of the data, never by a page. */
@ApiTags('rulebook')
@Controller('api/rulebook')
export class RulebookController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @Allows('rulebook.read')
  @ApiOperation({ operationId: 'getRulebook', summary: 'The rulebook as it stands on a day' })
  @ApiQuery({ name: 'on', required: false, description: 'Day; today unless given.', example: '2026-11-22' })
  show(@Query('on') on: string | undefined): RulebookView {
    const date = on === undefined || on === '' ? localDateOf(this.clock.now()) : on;
    if (!isLocalDate(date)) throw invalidInput('PLATFORM.INPUT_INVALID', 'on is not a day', { field: 'on' });
    const rulebook = loadRulebook();
    const { source, version } = rulebook;
    const regime = rulebook.regime(rulebook.regimeOn(date));
    const procedures = source.procedures.flatMap(({ id }) => {
      try {
        return [rulebook.procedure(id, regime.id)];
      } catch (error) {
        if (isDomainError(error) && error.code === 'RULEBOOK.PROCEDURE_NOT_IN_REGIME') return [];
        throw error;
      }
    });
    const ruled = new Set(procedures.map(({ id }) => id));
    return {
      on: date,
      version,
      regime,
      regimes: source.regimes,
      transitions: source.transitions,
      laws: source.laws,
      procedures,
      unruled: Object.entries(source.procedureIndex)
        .filter(([id]) => !ruled.has(id))
        .map(([id, { nameVi, nameEn }]) => ({ id, nameVi, nameEn })),
      values: (Object.entries(source.values) as [RulebookSubject, readonly Rule<unknown>[]][]).map(
        ([subject, rules]) => ({
          subject,
          rules: rules.map((rule) => ({ ...rule, inForce: holdsOn(rule, date) })),
        }),
      ),
    };
  }
}
