/** Five hundred live pages left open and unread: memory stays bounded, whoever reads still learns of changes at once (faults.md). */
import { demoAccounts } from '@hoptac/identity';
import { signInAs } from '@hoptac/identity/testing';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from '../support/province';
import { eventually } from '../support/eventually';
import { experiment, isLong } from './experiment';
import { file, press, theCast } from './people';

const PAGES = 500;
/** Of them at least so many hold a stream: a dozen for each person. */
const FOLLOWED = 100;
const HEARD_WITHIN_MS = 10_000;
const CHANGES = isLong ? 200 : 25;
const MOST_MIB = 250;
const LATENCY_MS = 1_000;

async function metric(name: string): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${addressOf('HOPTAC_API_PORT')}/metrics`)).text();
  return Number(new RegExp(`^${name}(?:{[^}]*})? (\\S+)`, 'm').exec(page)?.[1] ?? 'NaN');
}

/** A browser that opened the page and never reads on: the socket is held still. */
async function leakedPage(token: string, of: string): Promise<Socket> {
  const socket = connect(Number(addressOf('HOPTAC_API_PORT')), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write(
    `GET /api/live?of=${of} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`,
  );
  return socket;
}

experiment('leaked-subscribers', async (e) => {
  const cast = await theCast();
  const issuer = addressOf('HOPTAC_OIDC_ISSUER');
  const tokens = await Promise.all(demoAccounts.map(({ id }) => signInAs(issuer, id)));
  const memory = (await metric('process_resident_memory_bytes')) / 2 ** 20;
  const leaked: Socket[] = [];
  try {
    for (let page = 0; page < PAGES; page += 1)
      leaked.push(await leakedPage(tokens[page % tokens.length] ?? '', 'dossiers.my-dossiers'));
    // A person's pages are told up to a dozen; the oldest of more fall back to asking. Only when all of them were taken in does the reader come.
    let before = -1;
    const open = await eventually(
      'the pages are taken in',
      async () => {
        const [last, now] = [before, await metric('hoptac_live_pages')];
        before = now;
        await pause(1_000);
        return { last, now };
      },
      ({ last, now }) => now >= FOLLOWED && now === last,
    ).then(({ now }) => now);
    e.say(`${String(PAGES)} pages left open and unread, ${String(open)} of them followed`);

    const reader = new AbortController();
    const answer = await fetch(new URL('/api/live?of=dossiers.queue', addressOf('HOPTAC_API_URL')), {
      headers: { authorization: `Bearer ${await signInAs(issuer, cast.otherOfficer.accountId)}` },
      signal: reader.signal,
    });
    expect(answer.status).toBe(200);
    let seen: (() => void) | undefined;
    const reading = (async () => {
      for await (const chunk of answer.body ?? [])
        if (Buffer.from(chunk as Uint8Array).includes('event: changed')) seen?.();
    })().catch(() => undefined);

    const latencies: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const { id } = await file(e, cast.applicant);
      const heard = new Promise<void>((resolve, reject) => {
        seen = resolve;
        setTimeout(reject, HEARD_WITHIN_MS, new Error('a live page did not hear of a change')).unref();
      });
      const begun = Date.now();
      await press(e, cast.officer, id, 'claims');
      await heard;
      latencies.push(Date.now() - begun);
    }
    reader.abort();
    await reading;
    latencies.sort((a, b) => a - b);
    const grown = (await metric('process_resident_memory_bytes')) / 2 ** 20 - memory;
    const [p50, p95] = [0.5, 0.95].map((share) => latencies[Math.floor(share * latencies.length)] ?? 0);
    e.say(
      `change heard after p50 ${String(p50)} ms, p95 ${String(p95)} ms; memory of the API ${grown.toFixed(0)} MiB more`,
    );
    expect(p95).toBeLessThan(LATENCY_MS);
    expect(grown).toBeLessThan(MOST_MIB);
    e.floor('changes heard', latencies.length, CHANGES);
    e.floor('pages followed and unread', open, FOLLOWED);
  } finally {
    for (const socket of leaked) socket.destroy();
  }
  await eventually(
    'closed pages are forgotten',
    () => metric('hoptac_live_pages'),
    (count) => count < 5,
  );
});
