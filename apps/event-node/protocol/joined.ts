/**
 * Several gRPC messages in one write. What gRPC does around each message costs more than the message; so all that is
 * ready at once goes out as one piece, each message with its own head, and the receiver cannot tell the difference.
 */

/** Before each message: one byte for "not compressed", four for its length. */
const HEAD = 5;

export class JoinedMessages {
  private readonly list: Buffer[] = [];
  /** Bytes of all messages with their heads. */
  size = 0;

  /** Adds a message behind the others. */
  add(message: Buffer): void {
    this.list.push(message);
    this.size += HEAD + message.length;
  }

  /** Number of messages. */
  get count(): number {
    return this.list.length;
  }

  // grpc-js takes what the serializer gives it, asks for its length, reserves that and a head, writes the head, and lets
  // it be copied in behind. So the first head is not counted here, and all heads are written here.

  /** Length without the first head. */
  get byteLength(): number {
    return this.size - HEAD;
  }

  /** Fills `out`, from its beginning, and lets go of the messages: a full socket holds them once, not twice. */
  copy(out: Buffer): number {
    let offset = 0;
    for (const message of this.list) {
      out[offset] = 0;
      out.writeUInt32BE(message.length, offset + 1);
      message.copy(out, offset + HEAD);
      offset += HEAD + message.length;
    }
    this.list.length = 0;
    return offset;
  }
}
