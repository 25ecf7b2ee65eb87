import type { ReadDb } from '@hoptac/read-db';
import type { ParkedEvent, ProcessorStatus } from './projection';

interface StatusRow {
  readonly name: string;
  readonly version: number;
  readonly schema: string;
  readonly live: boolean;
  readonly state: ProcessorStatus['state'];
  readonly evidence: ProcessorStatus['evidence'];
  readonly position: string;
  readonly end: string;
  readonly considered: number;
  readonly updated_at: string;
  readonly parked: number;
  readonly rate: number | null;
  readonly seconds_left: number | null;
  readonly stopped_position: string | null;
  readonly stopped_event_id: string | null;
  readonly stopped_event_type: string | null;
  readonly stopped_stream: string | null;
  readonly stopped_reason: string | null;
}

/** Events set aside in the versions that are live or being built, the newest first. */
export async function parkedEvents(db: ReadDb): Promise<ParkedEvent[]> {
  const { rows } = await db.pool.query<ParkedEvent>(
    `select e.name, e.version, e.event_id as "eventId", e.event_type as "eventType", e.stream, e.commit_position::text as position,
       e.failure, e.reason, e.parked_by as "parkedBy", e.parked_at as "parkedAt"
     from projections.parked_events e
     where exists (select 1 from projections.versions v where v.name = e.name and v.version = e.version and v.state <> 'retired')
     order by e.parked_at desc, e.event_id limit 200`,
  );
  return rows;
}

/** Reads the state of every build that is live or being built. */
export async function processorStatus(db: ReadDb): Promise<ProcessorStatus[]> {
  const { rows } = await db.pool.query<StatusRow>(
    `select v.name, v.version, v.schema_name as schema, v.state = 'live' as live, c.state, c.evidence,
       coalesce(c.commit_position, 0)::text as position, greatest(p.end_commit, c.commit_position, 0)::text as "end", c.considered, c.updated_at,
       (select count(*) from projections.parked_events e where e.name = v.name and e.version = v.version) as parked, c.rate, c.seconds_left,
       c.stopped_commit::text as stopped_position, c.stopped_event_id, c.stopped_event_type, c.stopped_stream, c.stopped_reason
     from projections.versions v join projections.checkpoints c using (schema_name) left join projections.projector p on true
     where v.state <> 'retired' order by v.name, v.state = 'building', v.build`,
  );
  return rows.map((row) => ({
    name: row.name,
    version: row.version,
    schema: row.schema,
    live: row.live,
    state: row.state,
    evidence: row.evidence,
    position: row.position,
    end: row.end,
    considered: row.considered,
    parked: row.parked,
    updatedAt: row.updated_at,
    ...(row.state === 'stopped' && {
      stoppedAt: {
        position: row.stopped_position ?? row.position,
        eventId: row.stopped_event_id ?? '',
        eventType: row.stopped_event_type ?? '',
        stream: row.stopped_stream ?? '',
        reason: row.stopped_reason ?? '',
      },
    }),
    ...(row.rate !== null &&
      row.state !== 'stopped' && { progress: { done: row.considered, rate: row.rate, secondsLeft: row.seconds_left } }),
  }));
}
