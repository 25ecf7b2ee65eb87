import type { Position, Recorded } from '@hoptac/kernel';

/**
 * An event that was found and cannot be read: not JSON, without our metadata, of a type or version that this program does not know (`cause`).
 * It says where it stands, so that a follower can stop there and an operator can set it aside.
 */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;

  constructor(
    place: Pick<Recorded, 'id' | 'stream' | 'revision' | 'position'>,
    readonly eventType: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.id = place.id;
    this.stream = place.stream;
    this.revision = place.revision;
    this.position = place.position;
  }
}
