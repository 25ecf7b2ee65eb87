/** What appends of every kind have to pass before the queue. */
import type { Access, User } from '../access/access';
import type { ProposedEvent } from '../protocol/recorded-event.codec';
import { isMetastream, originalOf } from '../store/catalog';

/** Bytes an event counts towards the maximum append size. */
export function eventSize(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + event.type.length * 2;
}

/** Whether a user may append to a stream; to a metastream means to change the metadata of its stream. */
export function mayWrite(access: Access, user: User, stream: string): boolean {
  if (stream === '$all') return false;
  return isMetastream(stream)
    ? access.allows(user, originalOf(stream), 'metaWrite')
    : access.allows(user, stream, 'write');
}
