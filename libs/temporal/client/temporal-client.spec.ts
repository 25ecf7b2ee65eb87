import { TemporalClient } from './temporal-client';

it('closed while a call is tried again ends that call, and throws nowhere else', async () => {
  // Nobody listens there, so the SDK tries again after some hundred milliseconds, on a channel that is closed by then.
  const temporal = new TemporalClient('127.0.0.1:9', 'nowhere');
  const call = temporal.limited(() => temporal.client.workflowService.getSystemInfo({}), 5_000);
  const ended = expect(call).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await temporal.onApplicationShutdown();
  await ended;
  await new Promise((resolve) => setTimeout(resolve, 500));
});
