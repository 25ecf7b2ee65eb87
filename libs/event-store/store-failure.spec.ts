import { StreamDeletedError, TimeoutError } from '@eventstore/db-client';
import { Metadata, type ServiceError, status as Status } from '@grpc/grpc-js';
import { StoreUnavailable, UnknownEventVersion } from './index';
import { asStoreFailure } from './store-failure';

const status = (code: Status): ServiceError =>
  Object.assign(new Error('said so'), { code, details: 'said so', metadata: new Metadata() });
const socket = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code });

describe('asStoreFailure', () => {
  it.each([
    ['an unreachable server', status(Status.UNAVAILABLE)],
    ['a server going down', status(Status.CANCELLED)],
    ['an answer too late', status(Status.DEADLINE_EXCEEDED)],
    ['an internal error', status(Status.INTERNAL)],
    ['a timeout of the client', new TimeoutError(status(Status.ABORTED))],
    ['a refused socket', socket('ECONNREFUSED')],
    ['a stream that broke', socket('ERR_STREAM_PREMATURE_CLOSE')],
    ['another limit of ours', new StoreUnavailable('late')],
  ])('lets the caller try again after %s', (_what, error) => {
    expect(asStoreFailure(error)).toBeInstanceOf(StoreUnavailable);
  });

  it.each([
    ['missing rights', status(Status.PERMISSION_DENIED)],
    ['missing credentials', status(Status.UNAUTHENTICATED)],
    ['a request it does not understand', status(Status.INVALID_ARGUMENT)],
    ['a call it does not have', status(Status.UNIMPLEMENTED)],
    [
      'a deleted stream',
      new StreamDeletedError(
        Object.assign(status(Status.FAILED_PRECONDITION), { metadata: metadataOf('stream-name', 's') }),
      ),
    ],
    ['an event of another release', new UnknownEventVersion('A', 2, 1)],
    ['a bug', new TypeError('x is not a function')],
  ])('does not hide %s', (_what, error) => {
    expect(asStoreFailure(error)).not.toBeInstanceOf(StoreUnavailable);
  });
});

function metadataOf(key: string, value: string): Metadata {
  const metadata = new Metadata();
  metadata.set(key, value);
  return metadata;
}
