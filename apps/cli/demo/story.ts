import { caseProgress } from '@hoptac/temporal';
import { TemporalClient } from '@hoptac/temporal';
import { EVENT_STORE, streamName } from '@hoptac/event-store';
import type { EventStore } from '@hoptac/event-store';
import type { ApiAnswer, Persona } from '@hoptac/demo';
import type { INestApplicationContext } from '@nestjs/common';
import { CASE_CATEGORIES } from '@workflows/categories';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnsweredStep } from '@hoptac/audit';

/** What a step of a case answers. */
export interface StepAnswer {
  readonly id: string;
  readonly caseCode: string;
  readonly revision: number;
  readonly position: string;
}

const TRIES = 150;

/** Tells one demo run on the terminal: each step with its answer, the events it left, what the workflow waits for, what the lists show. */
export class Story {
  readonly answered: AnsweredStep[] = [];
  private readonly told = new Map<string, number>();
  private wrong = 0;

  constructor(private readonly house: INestApplicationContext) {}

  get mistakes(): number {
    return this.wrong;
  }

  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  /** A step that must succeed; remembers that it was answered. @throws Error when it is refused. */
  step(words: string, answer: ApiAnswer<StepAnswer>): StepAnswer {
    if (answer.status >= 300) throw new Error(`${words}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    this.say(`✓ ${words} → ${String(answer.status)}, revision ${String(answer.body.revision)}`);
    this.answered.push({ stream: streamName('dossier', answer.body.id), revision: answer.body.revision });
    return answer.body;
  }

  /** A step that must be refused, and leaves nothing. */
  refused(words: string, answer: ApiAnswer<object>): void {
    if (answer.status < 400) {
      this.wrong += 1;
      this.say(`✗ ${words}: đáng lẽ bị từ chối / should have been refused, was ${String(answer.status)}`);
      return;
    }
    const { code, detail } = answer.body as { code?: string; detail?: string };
    this.say(`✓ ${words} → từ chối / refused ${String(answer.status)} ${code ?? ''}: ${detail ?? ''}`);
  }

  expect(words: string, holds: boolean): void {
    if (!holds) this.wrong += 1;
    this.say(`${holds ? '✓' : '✗'} ${words}`);
  }

  /** Events of a case that were not told yet, and what its workflow waits for. */
  async facts(dossierId: string): Promise<void> {
    const stream = streamName('dossier', dossierId);
    const from = this.told.get(stream) ?? 0;
    const { events } = await this.house.get<EventStore>(EVENT_STORE, { strict: false }).readStream(stream, from);
    for (const { event, revision, position, metadata } of events) {
      this.say(
        `    sự kiện / event ${String(revision)} @${position.commit.toString()} ${event.type} · ${metadata.recordedBy.role} · ${(metadata.legalBasis ?? []).join(', ')}`,
      );
    }
    this.told.set(stream, from + events.length);
    const { status, progress } = await caseProgress(
      this.house.get(TemporalClient, { strict: false }),
      CASE_CATEGORIES,
      dossierId,
    );
    const until = progress?.until === undefined ? '' : ` đến / until ${progress.until}`;
    this.say(
      `    quy trình / workflow ${status}: ${progress === undefined ? 'xong / done' : `chờ / waits for ${progress.waitsFor}${until}`}`,
    );
  }

  /** The line of a list that shows the case. */
  async row(reader: Persona, path: string, id: string): Promise<void> {
    const { body } = await reader.get<{ items: Record<string, unknown>[] }>(path);
    const row = body.items.find((item) => item['id'] === id);
    this.expect(
      `bảng đọc / read model ${path.split('?')[0] ?? path}: ${row === undefined ? 'không thấy / not there' : shown(row)}`,
      row !== undefined,
    );
  }

  /** Asks until it is so. @throws Error after half a minute. */
  async until<T>(words: string, ask: () => Promise<ApiAnswer<T>>, isSo: (body: T) => boolean): Promise<T> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { status, body } = await ask();
      if (status < 300 && isSo(body)) {
        this.say(`✓ ${words}`);
        return body;
      }
      await sleep(200);
    }
    throw new Error(`${words}: không xảy ra trong ba mươi giây / did not happen within thirty seconds`);
  }
}

const SHOWN = ['caseCode', 'code', 'name', 'status', 'legalStatus', 'dueOn', 'late', 'closed'];
const shown = (row: Record<string, unknown>): string =>
  SHOWN.filter((key) => row[key] !== undefined)
    .map((key) => `${key}=${String(row[key])}`)
    .join(' ');
