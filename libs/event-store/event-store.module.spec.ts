import { PlatformModule, loadConfig } from '@hoptac/platform';
import { Inject, Injectable, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { account } from './__fixtures__/account';
import { EVENT_STORE, EventStoreDbStore, EventStoreModule, type EventStore } from './index';

@Injectable()
class NeedsFacts {
  constructor(@Inject(EVENT_STORE) readonly events: EventStore) {}
}

@Module({ providers: [NeedsFacts], exports: [NeedsFacts] })
class Context {}

describe('EventStoreModule', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it.each([{ url: 'esdb://127.0.0.1:1?tls=false' }, {}])(
    'gives the store to every room, with the address of %j or of the configuration',
    async (address) => {
      @Module({
        imports: [
          PlatformModule.forRoot(loadConfig({ HOPTAC_LOG_LEVEL: 'silent' }), { service: 'cli' }),
          EventStoreModule.forRoot({ catalogues: [account], ...address }),
          Context,
        ],
      })
      class Program {}
      const program = await NestFactory.createApplicationContext(Program);
      expect(program.get(NeedsFacts).events).toBeInstanceOf(EventStoreDbStore);
      await program.close();
    },
  );

  it('refuses to start on catalogues that contradict each other', () => {
    expect(
      () => new EventStoreDbStore({ url: 'esdb://127.0.0.1:1?tls=false', catalogues: [account, account] }),
    ).toThrow(/two catalogues/);
  });
});
