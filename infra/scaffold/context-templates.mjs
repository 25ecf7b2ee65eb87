/** The files of a new context, by their path in its room. `n` holds the names in every form (see new-context.mjs). */
export const templates = (n) => ({
  [`domain/${n.aggregate}.events.ts`]: `import type { DomainEvent, LocalDate } from '@hoptac/kernel';

/** A ${n.agg} begins. Say here what it is in law, in Vietnamese, with its article. */
export type ${n.Agg}Opened = DomainEvent<'${n.Agg}Opened', { ${n.agg}Id: string; title: string; openedOn: LocalDate }>;
/** It ends, with a reason. */
export type ${n.Agg}Closed = DomainEvent<'${n.Agg}Closed', { ${n.agg}Id: string; reason: string }>;

export type ${n.Agg}Event = ${n.Agg}Opened | ${n.Agg}Closed;
`,
  [`domain/${n.aggregate}.decider.ts`]: `import { localDateOf, notAllowedNow, notFound, unreachable, type Command, type Decider } from '@hoptac/kernel';
import type { ${n.Agg}Event } from './${n.aggregate}.events';

export type Open${n.Agg} = Command<'Open${n.Agg}', { ${n.agg}Id: string; title: string }>;
export type Close${n.Agg} = Command<'Close${n.Agg}', { reason: string }>;
export type ${n.Agg}Command = Open${n.Agg} | Close${n.Agg};

export type ${n.Agg}State =
  | { readonly status: 'Unknown' }
  | { readonly status: 'Open'; readonly ${n.agg}Id: string }
  | { readonly status: 'Closed'; readonly ${n.agg}Id: string };

/** One stream, one ${n.agg}: it begins once. */
function ${n.agg}MustBeNew(state: ${n.Agg}State): void {
  if (state.status !== 'Unknown') throw notAllowedNow('${n.CONTEXT}.ALREADY_OPENED', 'It was opened before');
}

/** What is not there, or over, takes no further step. */
function ${n.agg}MustBeOpen(state: ${n.Agg}State): asserts state is Extract<${n.Agg}State, { status: 'Open' }> {
  if (state.status === 'Unknown') throw notFound('${n.CONTEXT}.NOT_FOUND', 'There is none');
  if (state.status === 'Closed') throw notAllowedNow('${n.CONTEXT}.CLOSED', 'It is closed');
}

/** Streams \`${n.agg}-<id>\`. */
export const ${n.agg}Decider: Decider<${n.Agg}State, ${n.Agg}Command, ${n.Agg}Event> = {
  initialState: () => ({ status: 'Unknown' }),
  evolve: (_, event) => {
    switch (event.type) {
      case '${n.Agg}Opened':
        return { status: 'Open', ${n.agg}Id: event.data.${n.agg}Id };
      case '${n.Agg}Closed':
        return { status: 'Closed', ${n.agg}Id: event.data.${n.agg}Id };
      default:
        return unreachable(event, '${n.agg} event');
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'Open${n.Agg}':
        ${n.agg}MustBeNew(state);
        return [{ type: '${n.Agg}Opened', data: { ...command.data, openedOn: localDateOf(command.metadata.now) } }];
      case 'Close${n.Agg}':
        ${n.agg}MustBeOpen(state);
        return [{ type: '${n.Agg}Closed', data: { ${n.agg}Id: state.${n.agg}Id, reason: command.data.reason } }];
      default:
        return unreachable(command, '${n.agg} command');
    }
  },
};
`,
  [`domain/${n.aggregate}.definition.ts`]: `import type { AggregateDefinition, Upcaster } from '@hoptac/kernel';
import { ${n.agg}Decider, type ${n.Agg}Command, type ${n.Agg}State } from './${n.aggregate}.decider';
import type { ${n.Agg}Event } from './${n.aggregate}.events';

export const ${n.agg}Definition: AggregateDefinition<${n.Agg}State, ${n.Agg}Command, ${n.Agg}Event> = {
  category: '${n.agg}',
  decider: ${n.agg}Decider,
  versions: { ${n.Agg}Opened: 1, ${n.Agg}Closed: 1 },
  upcasters: [],
};

/** Every event type of the context with its newest version, for the event store. */
export const ${n.contextCamel}Catalogue: { readonly versions: Record<string, number>; readonly upcasters: Upcaster[] } = {
  versions: { ...${n.agg}Definition.versions },
  upcasters: [...${n.agg}Definition.upcasters],
};
`,
  'domain/index.ts': `export * from './${n.aggregate}.decider';
export * from './${n.aggregate}.definition';
export * from './${n.aggregate}.events';
`,
  [`domain/${n.aggregate}.decider.spec.ts`]: `import { given } from '@hoptac/testing';
import { ${n.agg}Decider, type ${n.Agg}Command } from './${n.aggregate}.decider';
import type { ${n.Agg}Event } from './${n.aggregate}.events';

const metadata = {
  now: '2026-11-23T02:00:00.000Z',
  actor: { personId: 'officer-1', role: 'officer' },
  commandId: 'press-1',
} as const;
const opened: ${n.Agg}Event = { type: '${n.Agg}Opened', data: { ${n.agg}Id: 'a', title: 'T', openedOn: '2026-11-23' } };
const closed: ${n.Agg}Event = { type: '${n.Agg}Closed', data: { ${n.agg}Id: 'a', reason: 'R' } };
const open: ${n.Agg}Command = { type: 'Open${n.Agg}', data: { ${n.agg}Id: 'a', title: 'T' }, metadata };
const close: ${n.Agg}Command = { type: 'Close${n.Agg}', data: { reason: 'R' }, metadata };

it('is opened once and closed once', () => {
  given(${n.agg}Decider).when(open).then(opened).when(close).then(closed);
});

it('is refused in the wrong order', () => {
  given(${n.agg}Decider).when(close).thenRefused('${n.CONTEXT}.NOT_FOUND');
  given(${n.agg}Decider, opened).when(open).thenRefused('${n.CONTEXT}.ALREADY_OPENED');
  given(${n.agg}Decider, opened, closed).when(close).thenRefused('${n.CONTEXT}.CLOSED');
});
`,
  [`domain/__samples__/${n.Agg}Opened.v1.json`]: `{ "${n.agg}Id": "a", "title": "T", "openedOn": "2026-11-23" }\n`,
  [`domain/__samples__/${n.Agg}Closed.v1.json`]: `{ "${n.agg}Id": "a", "reason": "R" }\n`,
  'domain/samples.spec.ts': `import { EventSchemas } from '@hoptac/event-store';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ${n.contextCamel}Catalogue, ${n.agg}Decider, type ${n.Agg}Event } from '.';

const folder = join(__dirname, '__samples__');
const schemas = new EventSchemas([${n.contextCamel}Catalogue]);

it('keeps a sample of every version of every event ever written', () => {
  const written = Object.entries(${n.contextCamel}Catalogue.versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => \`\${type}.v\${String(older + 1)}.json\`),
  );
  expect(readdirSync(folder).sort()).toEqual(written.sort());
});

it.each(readdirSync(folder))('%s reads as of today and is folded', (file) => {
  const [type = '', version = ''] = file.split('.');
  const sample = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  const event = { type, data: schemas.upcast(type, Number(version.slice(1)), sample) } as unknown as ${n.Agg}Event;
  expect(${n.agg}Decider.evolve(${n.agg}Decider.initialState(), event).status).not.toBe('Unknown');
});
`,
  [`application/${n.aggregate}-steps.ts`]: `import { AggregateStore, EVENT_STORE, type EventStore, type Executed } from '@hoptac/event-store';
import { assertMay, type Action, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock } from '@hoptac/kernel';
import { nameId, type WritingRequestInfo } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ${n.agg}Definition, type ${n.Agg}Command, type ${n.Agg}Event, type ${n.Agg}State } from '../domain';

/** What a step answers. */
export interface ${n.Agg}Answer {
  readonly id: string;
  readonly revision: number;
  /** Commit position for \`?after=\`, decimal text; absent when nothing changed. */
  readonly position?: string;
}

/** One instance per program. */
@Injectable()
export class ${n.Agg}Store extends AggregateStore<${n.Agg}State, ${n.Agg}Command, ${n.Agg}Event> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, ${n.agg}Definition);
  }
}

/** Steps of people. @throws DomainError what the decider or the permission table refuses. */
@Injectable()
export class ${n.Agg}Steps {
  constructor(
    private readonly store: ${n.Agg}Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same press opens the same one. */
  async open(title: string, actor: AuthenticatedActor, writing: WritingRequestInfo): Promise<${n.Agg}Answer> {
    const ${n.agg}Id = nameId('${n.agg}', writing.commandId);
    const metadata = this.metadata('${n.contextCamel}.open', actor, writing);
    const command: ${n.Agg}Command = { type: 'Open${n.Agg}', data: { ${n.agg}Id, title }, metadata };
    return answerOf(${n.agg}Id, await this.store.execute(${n.agg}Id, command, { correlationId: ${n.agg}Id, expectNew: true }));
  }

  async close(id: string, reason: string, actor: AuthenticatedActor, writing: WritingRequestInfo): Promise<${n.Agg}Answer> {
    const metadata = this.metadata('${n.contextCamel}.close', actor, writing);
    const { ifRevision } = writing;
    const executed = await this.store.execute(
      id,
      { type: 'Close${n.Agg}', data: { reason }, metadata },
      { correlationId: id, ...(ifRevision === undefined ? {} : { ifRevision }) },
    );
    return answerOf(id, executed);
  }

  private metadata(action: Action, actor: AuthenticatedActor, { commandId }: WritingRequestInfo): ${n.Agg}Command['metadata'] {
    const now = this.clock.now();
    return { now, actor: assertMay(actor, action, {}, localDateOf(now)), commandId };
  }
}

const answerOf = (id: string, { revision, position }: Executed<${n.Agg}State>): ${n.Agg}Answer => ({
  id,
  revision,
  ...(position === undefined ? {} : { position: position.commit.toString() }),
});
`,
  [`read-models/${n.aggs}/${n.aggs}.projection.ts`]: `import { applyRowFold, type Projection } from '@hoptac/projections';
import type { Recorded } from '@hoptac/kernel';
import type { ${n.Agg}Event } from '../../domain';

export interface ${n.Agg}Row {
  readonly id: string;
  readonly title: string;
  readonly opened_on: string;
  readonly closed: boolean;
}

interface ${n.Aggs}Tables {
  ${n.table}: ${n.Agg}Row;
}

/** \`${n.context}.${n.aggs}\`: all of them. Needs every event of the context. */
export const ${n.agg}sProjection: Projection<${n.Aggs}Tables> = {
  name: '${n.context}.${n.aggs}',
  version: 1,
  eventTypes: ['${n.Agg}Opened', '${n.Agg}Closed'],
  categories: ['${n.agg}'],
  createTables: () => [
    \`create table ${n.table} (id text primary key, title text not null, opened_on text not null, closed boolean not null)\`,
  ],
  apply: (events, db) =>
    applyRowFold<${n.Agg}Row, ${n.Aggs}Tables>({ table: '${n.table}', key: 'id', keyOf: idOf, fold: foldRow }, events, db),
};

const idOf = ({ event }: Recorded): string => (event as ${n.Agg}Event).data.${n.agg}Id;

function foldRow(before: ${n.Agg}Row | undefined, { event }: Recorded): ${n.Agg}Row | undefined {
  const fact = event as ${n.Agg}Event;
  if (fact.type === '${n.Agg}Closed') return before && { ...before, closed: true };
  return { id: fact.data.${n.agg}Id, title: fact.data.title, opened_on: fact.data.openedOn, closed: false };
}
`,
  [`read-models/${n.aggs}/${n.aggregate}-list.ts`]: `import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { ${n.agg}sProjection, type ${n.Agg}Row } from './${n.aggs}.projection';

const MOST = 200;

/** Readers' side of \`${n.context}.${n.aggs}\`. */
@Injectable()
export class ${n.Agg}List {
  constructor(private readonly readModels: ReadModels) {}

  async find(id: string): Promise<${n.Agg}Row | undefined> {
    const db = await this.readModels.of(${n.agg}sProjection);
    return db.selectFrom('${n.table}').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The newest first, at most 200. */
  async newest(): Promise<readonly ${n.Agg}Row[]> {
    const db = await this.readModels.of(${n.agg}sProjection);
    return db.selectFrom('${n.table}').selectAll().orderBy('opened_on', 'desc').orderBy('id').limit(MOST).execute();
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(${n.agg}sProjection.name, position);
  }
}
`,
  [`http/${n.aggregate}.dto.ts`]: `import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { ${n.Agg}Answer } from '../application/${n.aggregate}-steps';

export class Open${n.Agg}Dto {
  @ApiProperty({ example: 'Tên' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title!: string;
}

export class Close${n.Agg}Dto {
  @ApiProperty({ example: 'Lý do' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(4_000)
  reason!: string;
}

export class ${n.Agg}AnswerDto implements ${n.Agg}Answer {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  revision!: number;
  @ApiPropertyOptional({ description: 'Commit position for \`?after=\`, decimal text; absent when nothing changed.' })
  position?: string;
}

/** One of them, as lists and pages show it. */
export class ${n.Agg}Line {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ description: 'Day, YYYY-MM-DD, Asia/Ho_Chi_Minh.' })
  openedOn!: string;
  @ApiProperty()
  closed!: boolean;
}

export class ${n.Aggs}Answer {
  @ApiProperty({ type: [${n.Agg}Line] })
  items!: readonly ${n.Agg}Line[];
  @ApiProperty({ description: 'False when what \`?after=\` names was not folded in yet.' })
  current!: boolean;
}
`,
  [`http/${n.aggs}.controller.ts`]: `import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { notFound } from '@hoptac/kernel';
import { AfterPosition, WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ${n.Agg}Steps, type ${n.Agg}Answer } from '../application/${n.aggregate}-steps';
import { ${n.Agg}List } from '../read-models/${n.aggs}/${n.aggregate}-list';
import type { ${n.Agg}Row } from '../read-models/${n.aggs}/${n.aggs}.projection';
import { Close${n.Agg}Dto, Open${n.Agg}Dto, ${n.Agg}AnswerDto, ${n.Agg}Line, ${n.Aggs}Answer } from './${n.aggregate}.dto';

@ApiTags('${n.context}')
@Controller('api/${n.aggs}')
export class ${n.Aggs}Controller {
  constructor(
    private readonly steps: ${n.Agg}Steps,
    private readonly list: ${n.Agg}List,
  ) {}

  @Get()
  @Allows('${n.contextCamel}.read')
  @ApiOperation({ operationId: 'list${n.Aggs}', summary: 'The newest, at most 200' })
  @ApiOkResponse({ type: ${n.Aggs}Answer })
  async newest(@AfterPosition() after: bigint | undefined): Promise<${n.Aggs}Answer> {
    const current = after === undefined || (await this.list.waitFor(after));
    return { items: (await this.list.newest()).map(lineOf), current };
  }

  @Get(':id')
  @Allows('${n.contextCamel}.read')
  @ApiOperation({ operationId: 'get${n.Agg}', summary: 'One of them' })
  @ApiOkResponse({ type: ${n.Agg}Line })
  async get(@Param('id') id: string, @AfterPosition() after: bigint | undefined): Promise<${n.Agg}Line> {
    if (after !== undefined) await this.list.waitFor(after);
    const row = await this.list.find(id);
    if (row === undefined) throw notFound('${n.CONTEXT}.NOT_FOUND', 'There is none');
    return lineOf(row);
  }

  @Post()
  @Allows('${n.contextCamel}.open')
  @ApiOperation({ operationId: 'open${n.Agg}', summary: 'Opens one; the same press opens the same one' })
  @ApiCreatedResponse({ type: ${n.Agg}AnswerDto })
  open(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() body: Open${n.Agg}Dto,
  ): Promise<${n.Agg}Answer> {
    return this.steps.open(body.title, actor, writing);
  }

  @Post(':id/closings')
  @HttpCode(200)
  @Allows('${n.contextCamel}.close')
  @ApiOperation({ operationId: 'close${n.Agg}', summary: 'Closes it, with a reason' })
  @ApiOkResponse({ type: ${n.Agg}AnswerDto })
  close(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: Close${n.Agg}Dto,
  ): Promise<${n.Agg}Answer> {
    return this.steps.close(id, body.reason, actor, writing);
  }
}

const lineOf = ({ id, title, opened_on: openedOn, closed }: ${n.Agg}Row): ${n.Agg}Line => ({ id, title, openedOn, closed });
`,
  'messages.ts': `import { addMessages } from '@hoptac/platform';

/** What the context says to people; codes are stable for ever. */
addMessages({
  '${n.CONTEXT}.ALREADY_OPENED': { vi: 'Việc này đã được ghi nhận trước đó.', en: 'This was recorded before.' },
  '${n.CONTEXT}.NOT_FOUND': { vi: 'Không tìm thấy.', en: 'There is none.' },
  '${n.CONTEXT}.CLOSED': { vi: 'Việc này đã kết thúc.', en: 'It is closed.' },
});
`,
  [`${n.context}.module.ts`]: `import { Module, type DynamicModule } from '@nestjs/common';
import { ${n.Agg}Steps, ${n.Agg}Store } from './application/${n.aggregate}-steps';
import { ${n.Aggs}Controller } from './http/${n.aggs}.controller';
import './messages';
import { ${n.Agg}List } from './read-models/${n.aggs}/${n.aggregate}-list';

/** Needs the global event store, read models and clock. */
@Module({})
export class ${n.Context}Module {
  static forHttp(): DynamicModule {
    return {
      module: ${n.Context}Module,
      controllers: [${n.Aggs}Controller],
      providers: [${n.Agg}Store, ${n.Agg}Steps, ${n.Agg}List],
    };
  }
}
`,
  'index.ts': `import type { Projection } from '@hoptac/projections';
import { ${n.agg}sProjection } from './read-models/${n.aggs}/${n.aggs}.projection';

export * from './domain';
export { ${n.Context}Module } from './${n.context}.module';

/** Every read model of the context, for the projector. */
export const ${n.contextCamel}Projections: readonly Projection<never>[] = [${n.agg}sProjection];
`,
  'README.md': `# ${n.context}

What it owns, in two sentences. Its legal basis, by article.

| | |
| --- | --- |
| streams | \`${n.agg}-<id>\` |
| read models | \`${n.context}.${n.aggs}\` |
| routes | \`/api/${n.aggs}\` |
| workflows | none yet |
`,
});
