import { invalidInput } from '@hoptac/kernel';
import { Allows, type AuthenticatedActor, CurrentActor, Public, recordedActor } from '@hoptac/identity';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { type Advanced, RehearsalService } from '@hoptac/temporal';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How far to move the clock. */
export class AdvanceClockBody {
  @ApiProperty({ example: '60d', description: 'Whole seconds, minutes, hours or days: 45s, 30m, 12h, 60d.' })
  @IsString()
  @Matches(/^[1-9]\d{0,8}[smhd]$/)
  by!: string;
}

/** The stack's clock; it can be moved where rehearsal is allowed. */
@ApiTags('clock')
@Controller('api/clock')
export class ClockController {
  constructor(@Inject(RehearsalService) private readonly rehearsal: RehearsalService) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'getClock', summary: "The stack's time" })
  now(): ReturnType<RehearsalService['status']> {
    return this.rehearsal.status();
  }

  /** Moves the whole province forward and waits until every open case has done what fell due. */
  @Post('advance')
  @HttpCode(200)
  @Allows('clock.advance')
  @ApiOperation({ operationId: 'advanceClock', summary: 'Moves the rehearsal clock' })
  advance(
    @Body() body: AdvanceClockBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<Advanced> {
    const unit = UNITS[body.by.slice(-1)];
    if (unit === undefined) throw invalidInput('PLATFORM.INPUT_INVALID', 'unknown unit');
    return this.rehearsal.advance({
      byMs: Number(body.by.slice(0, -1)) * unit,
      actor: recordedActor(actor),
      commandId: writing.commandId,
    });
  }
}
