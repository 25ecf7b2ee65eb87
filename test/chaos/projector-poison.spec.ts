/**
 * Live facts; one undecodable event among them. The read models of its category stop loudly with position and reason, the others go on; parked by
 * command they go on too, and so does a rebuild (faults.md). On an event node, a database and a projector of its own: such an event stays for ever.
 */
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from '../support/province';
import { eventually } from '../support/eventually';
import { experiment } from './experiment';
import { amongLive, factsOfProvince, OwnProjector, sameFact, type Status } from './own-projector';
import { file, pageSays, theCast, toCertificate, press } from './people';

const STRUCK = ['registry.certificates', 'registry.names', 'registry.organisations'];
const OTHERS = ['dossiers.case-page', 'dossiers.my-dossiers', 'dossiers.public-lookup', 'dossiers.queue'];
const BETWEEN_FACTS_MS = 15;
const MOST_FACTS = 400;
const WITHIN_MS = 60_000;

let own: OwnProjector | undefined;

afterAll(() => own?.remove());

experiment('projector-poison', async (e) => {
  const cast = await theCast();
  const { id } = await file(e, cast.applicant);
  await press(e, cast.officer, id, 'claims');
  await toCertificate(e, cast, id);
  await pageSays(e, cast.officer, id, 'registered', ({ status }) => status === 'Registered');

  own = await OwnProjector.start('poison');
  const { node } = own;
  const status = own.status.bind(own);
  await eventually(
    'every read model of the empty store is live',
    status,
    (all) => amongLive(all, [...STRUCK, ...OTHERS]).length === STRUCK.length + OTHERS.length,
    WITHIN_MS,
  );

  // The province's own facts once more, one by one; the poison comes in their midst.
  const from = EventStoreDBClient.connectionString(addressOf('HOPTAC_EVENTSTORE_URL'));
  const to = EventStoreDBClient.connectionString(node.url);
  try {
    // Read to their end: a read that is left early keeps its connection.
    const facts = (await factsOfProvince(from)).slice(0, MOST_FACTS);
    const half = Math.floor(facts.length * (0.3 + e.random() * 0.4));
    let [poisonedAt, end] = ['', ''];
    for (const [index, fact] of facts.entries()) {
      if (index === half) {
        const poison = await to.appendToStream(`organisation-${e.freshId()}`, [
          binaryEvent({
            type: 'OrganisationRegistered',
            data: Buffer.from([0xff, 0xfe, 0x00]),
            metadata: Buffer.from('{"schemaVersion":1}'),
          }),
        ]);
        poisonedAt = String(poison.position?.commit);
        e.say(
          `an undecodable OrganisationRegistered at ${poisonedAt}, after ${String(index)} of ${String(facts.length)} facts`,
        );
      }
      const { position } = await to.appendToStream(fact.streamId, [sameFact(fact)]);
      end = String(position?.commit);
      await pause(e.between(0, BETWEEN_FACTS_MS));
    }

    const stopped = await eventually(
      'others at the end, struck ones stopped',
      status,
      (all) =>
        amongLive(all, OTHERS).every(({ position, state }) => BigInt(position) >= BigInt(end) && state === 'live') &&
        amongLive(all, STRUCK).every(({ state }) => state === 'stopped'),
      WITHIN_MS,
    );
    for (const { stoppedAt } of amongLive(stopped, STRUCK)) {
      expect(stoppedAt).toMatchObject({ position: poisonedAt, eventType: 'OrganisationRegistered' });
      expect(stoppedAt?.reason).toMatch(/\S/);
    }
    e.say(
      `stopped: ${amongLive(stopped, STRUCK)
        .map(({ name }) => name)
        .join(', ')}: ${amongLive(stopped, STRUCK)[0]?.stoppedAt?.reason ?? ''}`,
    );
    for (const name of STRUCK) await own.order(name, 'park', 'chaos: undecodable');
    const caughtUp = (all: readonly Status[]): boolean =>
      amongLive(all, STRUCK).length === STRUCK.length &&
      amongLive(all, STRUCK).every(
        ({ position, state, parked }) => state === 'live' && parked === 1 && BigInt(position) >= BigInt(end),
      );
    await eventually('parked, the struck ones reach the end', status, caughtUp, WITHIN_MS);
    await own.order('registry.names', 'rebuild');
    await eventually('the rebuild passes the parked event', status, caughtUp, WITHIN_MS);
    e.floor('facts folded around the poison', facts.length, 5);
    e.floor('processors that stopped and went on', STRUCK.length, 3);
  } finally {
    await from.dispose();
    await to.dispose();
  }
});
