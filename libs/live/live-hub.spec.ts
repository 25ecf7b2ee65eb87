import type { AuthenticatedActor, RoleBook } from '@hoptac/identity';
import { forbidden } from '@hoptac/kernel';
import { Metrics } from '@hoptac/platform';
import type { ReadModelChange, ReadModels } from '@hoptac/projections';
import { createServer, get, type ClientRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LiveHub, MOST_OF_A_PERSON } from './live-hub';

const actor = (personId: string): AuthenticatedActor => ({
  personId,
  role: 'officer',
  name: `Name of ${personId}`,
  roles: ['officer'],
  areaCodes: [],
  assignments: [],
});

/** Read models that move when a test says so. */
class MovingModels {
  readonly followers = new Set<(change: ReadModelChange) => void>();
  at = 7n;
  follow(follower: (change: ReadModelChange) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }
  async position(): Promise<bigint> {
    return this.at;
  }
  move(streams?: readonly string[]): void {
    this.at += 1n;
    const change = { name: 'spec.list', position: this.at, ...(streams === undefined ? {} : { streams }) };
    for (const follower of this.followers) follower(change);
  }
}

interface Page {
  text: string;
  ended: boolean;
  readonly request: ClientRequest;
}

describe('pages that are told of changes', () => {
  const locked = new Set<string>();
  const models = new MovingModels();
  let hub: LiveHub;
  let server: Server;
  let address: string;
  const pages: Page[] = [];
  let asked = 0;

  beforeEach(async () => {
    const roles = { isLocked: (id: string) => locked.has(id), sessionsEndedAt: () => undefined };
    hub = new LiveHub(models as unknown as ReadModels, roles as unknown as RoleBook, new Metrics('spec'));
    hub.onModuleInit();
    hub.offer({
      name: 'spec.list',
      admit: async ({ personId, name }, key) => {
        if (personId === 'stranger') throw forbidden('SPEC.NO', 'Not you');
        return {
          concerns: ({ streams = [] }) => {
            asked += 1;
            return streams.includes(`thing-${personId}`) || streams.includes('thing-all');
          },
          ...(key === undefined ? {} : { onlooker: { personId, name, role: 'officer' } }),
        };
      },
    });
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://here');
      const who = actor(searchParams.get('who') ?? '');
      const seen = request.headers['last-event-id'];
      hub
        .admit(who, [searchParams.get('of') ?? 'spec.list'])
        .then((followed) => {
          response.writeHead(200);
          hub.begin(who, followed, typeof seen === 'string' ? seen.split('.').map(BigInt) : undefined, response);
        })
        .catch(() => response.writeHead(403).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterEach(async () => {
    hub.beforeApplicationShutdown();
    for (const { request } of pages.splice(0)) request.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  async function open(who: string, { of = 'spec.list', last }: { of?: string; last?: string } = {}): Promise<Page> {
    return new Promise((resolve, reject) => {
      const headers = last === undefined ? {} : { 'last-event-id': last };
      const request = get(`${address}?who=${who}&of=${of}`, { headers, agent: false }, (response) => {
        const page: Page = { text: '', ended: false, request };
        pages.push(page);
        response.setEncoding('utf8').on('data', (part: string) => (page.text += part));
        response.on('close', () => (page.ended = true)).on('error', () => undefined);
        if (response.statusCode === 200) resolve(page);
        else reject(new Error(String(response.statusCode)));
      });
      request.on('error', () => undefined);
    });
  }
  const changesOf = ({ text }: Page): number => text.split('event: changed').length - 1;
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 300 && !isSo(); tries += 1) await sleep(20);
    expect(isSo()).toBe(true);
  };

  it('tells those whom a change concerns, with the place to come back to', async () => {
    const mine = await open('a');
    const other = await open('b');
    models.move(['thing-a', 'thing-x']);
    await until(() => changesOf(mine) === 1);
    expect(mine.text).toContain(`id: ${models.at.toString()}\nevent: changed`);
    expect(mine.text).toContain(`{"changes":[{"of":"spec.list","position":"${models.at.toString()}"}]}`);
    expect(changesOf(other)).toBe(0);
  });

  it('tells everybody when it may have been anything', async () => {
    const page = await open('a');
    models.move();
    await until(() => changesOf(page) === 1);
  });

  it('tells a page that comes back what it missed, and nothing when it missed nothing', async () => {
    const late = await open('a', { last: (models.at - 1n).toString() });
    const punctual = await open('b', { last: models.at.toString() });
    await until(() => changesOf(late) === 1);
    expect(changesOf(punctual)).toBe(0);
  });

  it('lets nobody in whom the topic refuses, and knows no other topics', async () => {
    await expect(open('stranger')).rejects.toThrow('403');
    await expect(hub.admit(actor('a'), ['spec.other'])).rejects.toMatchObject({ code: 'LIVE.TOPIC_UNKNOWN' });
    expect(hub.size).toBe(0);
  });

  it('shows people who look at the same thing each other, and when they leave', async () => {
    const mine = await open('a', { of: 'spec.list:1' });
    const theirs = await open('b', { of: 'spec.list:1' });
    await until(() => mine.text.includes('Name of b') && theirs.text.includes('Name of a'));
    expect(mine.text).not.toContain('Name of a');
    theirs.request.destroy();
    await until(() => mine.text.includes('{"of":"spec.list:1","others":[]}'));
  });

  it('lets the oldest page of a person fall back when there are too many', async () => {
    const first = await open('a');
    for (let more = 0; more < MOST_OF_A_PERSON; more += 1) await open('a');
    await until(() => first.ended);
    expect(first.text).toContain('{"why":"crowded"}');
    expect(hub.size).toBe(MOST_OF_A_PERSON);
  });

  it('keeps 500 pages open through a thousand changes and leaves nothing behind when they go', async () => {
    const many = await Promise.all(Array.from({ length: 500 }, (_, who) => open(`p${String(who)}`)));
    expect(hub.size).toBe(500);
    asked = 0;
    for (let change = 0; change < 1_000; change += 1) {
      models.move([change === 999 ? 'thing-all' : `thing-p${String(change % 500)}`]);
      if (change % 50 === 0) await sleep(5);
    }
    await until(() => many.every((page) => changesOf(page) > 0));
    // A thousand changes within a second are told in a handful of events, not in a thousand.
    expect(Math.max(...many.map(changesOf))).toBeLessThan(30);
    expect(asked).toBeLessThan(500 * 30);
    for (const { request } of many) request.destroy();
    await until(() => hub.size === 0);
    asked = 0;
    models.move(['thing-all']);
    await sleep(250);
    expect(asked).toBe(0);
    hub.beforeApplicationShutdown();
    expect(models.followers.size).toBe(0);
  });

  it('ends every page when the program stops', async () => {
    const page = await open('a');
    hub.beforeApplicationShutdown();
    await until(() => page.ended);
    expect(page.text).toContain('{"why":"stopping"}');
  });
});
