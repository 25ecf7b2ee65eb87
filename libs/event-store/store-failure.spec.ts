import { StreamDeletedError, TimeoutError } from '@eventstore/db-client';
import { Metadata, type ServiceError } from '@grpc/grpc-js';
import { StoreUnavailable, UnknownEventVersion } from './index';
import { asStoreFailure } from './store-failure';

const status = (code: number): ServiceError =>
  Object.assign(new Error('said so'), { code, details: 'said so', metadata: new Metadata() });
const socket = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code });

describe('asStoreFailure', () => {
  it.each([
    ['an unreachable server', status(14)],
    ['a server going down', status(1)],
    ['an answer too late', status(4)],
    ['an internal error', status(13)],
    ['a timeout of the client', new TimeoutError(status(10))],
    ['a refused socket', socket('ECONNREFUSED')],
    ['a stream that broke', socket('ERR_STREAM_PREMATURE_CLOSE')],
    ['another limit of ours', new StoreUnavailable('late')],
  ])('lets the caller try again after %s', (_what, error) => {
    expect(asStoreFailure(error)).toBeInstanceOf(StoreUnavailable);
  });

  it.each([
    ['missing rights', status(7)],
    ['missing credentials', status(16)],
    ['a request it does not understand', status(3)],
    ['a call it does not have', status(12)],
    [
      'a deleted stream',
      new StreamDeletedError(Object.assign(status(9), { metadata: metadataOf('stream-name', 's') })),
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
