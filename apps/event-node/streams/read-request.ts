/** A `streams.ReadReq` in our own words, checked. */
import streams from '@eventstore/db-client/generated/streams_pb';
import { invalidArgument } from '../protocol/errors';
import type { UuidForm } from '../protocol/read-response.codec';
import { MAX_REVISION } from '../protocol/wire';
import type { FilterSpec } from './filter';

/** Considered events per search window when a request names none. */
const DEFAULT_WINDOW = 32;

/** Where to begin: a revision or position, or one of the ends. */
export type From = number | 'start' | 'end';

export interface ReadRequest {
  /** Name of the stream, null for $all. */
  stream: string | null;
  from: From;
  backwards: boolean;
  resolveLinks: boolean;
  /** Events wanted, null for a subscription. */
  count: number | null;
  filter: FilterSpec | null;
  /** Considered events between two checkpoints of a filtered subscription. */
  checkpointEvery: number;
  uuids: UuidForm;
  /** The client understands messages about where a stream begins and ends. */
  positions: boolean;
}

/** A 64-bit number sent as text, clamped to what we tell apart. */
export function clamp(text: string): number {
  const value = Number(text);
  return value > MAX_REVISION ? MAX_REVISION : value;
}

/** A revision or position; the largest number is how some clients say "the end". */
function place(text: string): From {
  const value = clamp(text);
  return value === MAX_REVISION ? 'end' : value;
}

/** Longest name of a stream, in bytes of UTF-8. */
const MAX_NAME = 4096;

/** What is wrong with a stream name, null when nothing is. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'a stream name is required';
  return Buffer.byteLength(name) > MAX_NAME ? `a stream name has at most ${MAX_NAME} bytes` : null;
}

/** Name in a `StreamIdentifier`. Throws INVALID_ARGUMENT when it is missing, empty or too long. */
export function streamName(identifier: { getStreamName_asU8(): Uint8Array } | undefined): string {
  const name = identifier ? Buffer.from(identifier.getStreamName_asU8()).toString('utf8') : '';
  const problem = nameProblem(name);
  if (problem) throw invalidArgument(problem);
  return name;
}

/** Reads the request. Throws INVALID_ARGUMENT. */
export function parseReadRequest(message: streams.ReadReq): ReadRequest {
  const options = message.getOptions();
  if (!options) throw invalidArgument('options are required');
  const subscription = options.hasSubscription();
  if (!subscription && !options.hasCount()) throw invalidArgument('either a count or a subscription is required');
  const filter = options.hasFilter() ? parseFilter(options.getFilter()) : null;
  const request: ReadRequest = {
    stream: null,
    from: 'start',
    backwards: options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS,
    resolveLinks: options.getResolveLinks(),
    count: subscription ? null : clamp(options.getCount()),
    filter: filter?.spec ?? null,
    checkpointEvery: filter?.checkpointEvery ?? 0,
    uuids: options.getUuidOption()?.hasStructured() ? 'structured' : 'string',
    positions: (options.getControlOption()?.getCompatibility() ?? 0) >= 1,
  };
  if (subscription && request.backwards) throw invalidArgument('a subscription cannot read backwards');
  const stream = options.getStream();
  const all = options.getAll();
  if (stream) {
    request.stream = streamName(stream.getStreamIdentifier());
    request.from = stream.hasRevision() ? place(stream.getRevision()) : stream.hasEnd() ? 'end' : 'start';
  } else if (all) {
    request.from = all.hasPosition()
      ? place(all.getPosition()?.getCommitPosition() ?? '0')
      : all.hasEnd()
        ? 'end'
        : 'start';
  } else throw invalidArgument('either a stream or $all is required');
  return request;
}

/** What filters of reads and of persistent subscriptions have in common. */
interface FilterMessage {
  hasStreamIdentifier(): boolean;
  getStreamIdentifier(): { getRegex(): string; getPrefixList(): string[] } | undefined;
  getEventType(): { getRegex(): string; getPrefixList(): string[] } | undefined;
  hasMax(): boolean;
  getMax(): number;
  getCheckpointintervalmultiplier(): number;
}

/** Reads filter options. Throws INVALID_ARGUMENT. */
export function parseFilter(message: FilterMessage | undefined): { spec: FilterSpec; checkpointEvery: number } {
  const on = message?.hasStreamIdentifier() ? 'stream' : 'type';
  const expression = on === 'stream' ? message?.getStreamIdentifier() : message?.getEventType();
  if (!message || !expression) throw invalidArgument('a filter needs an expression');
  const max = message.hasMax() ? message.getMax() : DEFAULT_WINDOW;
  if (max <= 0) throw invalidArgument('the search window must be greater than 0');
  return {
    spec: { on, regex: expression.getRegex(), prefixes: expression.getPrefixList() },
    checkpointEvery: max * Math.max(1, message.getCheckpointintervalmultiplier()),
  };
}
