import { credentials, makeGenericClientConstructor, type ClientUnaryCall, type ServiceError } from '@grpc/grpc-js';

/** Resolves when a part is well, throws why when it is not; gives up at the signal. */
export type Probe = (signal: AbortSignal) => Promise<void>;

/** Well when the address answers 2xx. */
export function httpProbe(url: string): Probe {
  return async (signal) => {
    const answer = await fetch(url, { signal, redirect: 'manual' });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} → ${String(answer.status)} ${text.slice(0, 300)}`);
  };
}

const encodedService = (name: string): Buffer => {
  const text = Buffer.from(name);
  return Buffer.concat([Buffer.from([0x0a, text.length]), text]);
};
const SERVING = Buffer.from([0x08, 0x01]);
const identity = (bytes: Buffer): Buffer => bytes;

/** Well when the gRPC health service says SERVING for `service`. */
export function grpcProbe(address: string, service: string): Probe {
  const Health = makeGenericClientConstructor(
    {
      check: {
        path: '/grpc.health.v1.Health/Check',
        requestStream: false,
        responseStream: false,
        requestSerialize: identity,
        requestDeserialize: identity,
        responseSerialize: identity,
        responseDeserialize: identity,
      },
    },
    'Health',
  );
  return (signal) =>
    new Promise((resolve, reject) => {
      const client = new Health(address, credentials.createInsecure());
      const check = client['check'] as (
        request: Buffer,
        options: { deadline: number },
        answer: (error: ServiceError | null, response?: Buffer) => void,
      ) => ClientUnaryCall;
      const call = check.call(client, encodedService(service), { deadline: Date.now() + 3_000 }, (error, response) => {
        client.close();
        if (error) reject(error);
        else if (response?.equals(SERVING) === true) resolve();
        else reject(new Error(`${address}: ${service} is not serving`));
      });
      signal.addEventListener('abort', () => {
        call.cancel();
      });
    });
}
