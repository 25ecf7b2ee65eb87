/** Who may do what to a stream. Without authentication everybody may do everything, as on a node started insecure. */
import type { Metadata } from '@grpc/grpc-js';

/** What can be done to a stream. */
export type Operation = 'read' | 'write' | 'delete' | 'metaRead' | 'metaWrite';

/** Who calls. */
export interface User {
  name: string;
  groups: readonly string[];
}

/** The caller when nobody has to say who they are. */
export const ANONYMOUS: User = Object.freeze({ name: '', groups: Object.freeze([]) });

export interface Access {
  /** The caller of a gRPC call. Throws `ProtocolError` UNAUTHENTICATED on wrong credentials. */
  userOf(metadata: Metadata): User;
  /** The caller behind an HTTP `Authorization` header, null when the credentials are wrong or missing. */
  userOfHeader(header: string | undefined): User | null;
  /** Whether a user may do something to a stream (`$all` included). */
  allows(user: User, stream: string, operation: Operation): boolean;
  /** Whether a user may run the node's operations and manage persistent subscriptions. */
  operates(user: User): boolean;
}

/** No authentication. */
export const OPEN_ACCESS: Access = {
  userOf: () => ANONYMOUS,
  userOfHeader: () => ANONYMOUS,
  allows: () => true,
  operates: () => true,
};
