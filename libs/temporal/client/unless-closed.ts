import { InterceptingCall, Metadata, status, type Interceptor } from '@grpc/grpc-js';

/**
 * Lets no call begin once `closed`. The SDK tries a failed call again by a timer of its own; on a channel that was closed meanwhile that would throw where nobody
 * can catch it and end the process. Belongs behind the SDK's own interceptor: there it sees each try.
 */
export function unlessClosed(closed: () => boolean): Interceptor {
  return (options, nextCall) => {
    if (!closed()) return new InterceptingCall(nextCall(options));
    return new InterceptingCall({
      start: (_metadata, listener) => {
        const ended = { code: status.CANCELLED, details: 'the client is closed', metadata: new Metadata() };
        listener?.onReceiveStatus?.(ended);
      },
      sendMessageWithContext: () => undefined,
      sendMessage: () => undefined,
      startRead: () => undefined,
      halfClose: () => undefined,
      cancelWithStatus: () => undefined,
      getPeer: () => 'closed',
      getAuthContext: () => null,
    });
  };
}
