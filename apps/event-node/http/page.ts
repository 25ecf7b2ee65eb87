/** The read-only page at `/`: what the node is, its streams and events, $all, persistent subscriptions. No script. */
import type { NodeContext } from '../context';
import type { Group } from '../persistent/group';
import type { GroupManager } from '../persistent/manager';
import type { SystemProjections } from '../projections/system-projections';
import { decodeRecordedEvent } from '../protocol/recorded-event.codec';
import { MAX_REVISION } from '../protocol/wire';
import type { StoredRecord } from '../store/tail';
import { visibleWindow } from '../store/visibility';
import { resolveLink, isLink } from '../streams/links';
import { ANONYMOUS, OPEN_ACCESS } from '../access/access';
import { html, layout, raw, type Html } from './markup';
import { send, sendJson, type Route } from './routes';

const PER_PAGE = 50;
/** Bounds of the list of categories: how many are shown, how many names are looked at. */
const MAX_CATEGORIES = 500;
const MAX_STEPS = 2_000;

export class Page {
  constructor(
    private readonly context: NodeContext,
    private readonly groups: GroupManager,
    private readonly projections: SystemProjections,
  ) {}

  /** The pages by path. */
  routes(): [string, Route][] {
    const page =
      (title: string, body: (url: URL) => Html): Route =>
      (_request, response, url) =>
        send(response, 200, 'text/html', layout(title, body(url)));
    return [
      ['/', page('Node', () => this.overview())],
      ['/streams', page('Streams', (url) => this.streams(url))],
      ['/stream', page('Stream', (url) => this.stream(url))],
      ['/all', page('$all', (url) => this.all(url))],
      ['/types', page('Event types', (url) => this.types(url))],
      ['/subscriptions', page('Persistent subscriptions', () => this.subscriptions())],
      ['/event', (_request, response, url) => this.event(response, url)],
    ];
  }

  private overview(): Html {
    const { store, config, calls } = this.context;
    const { figures } = store.writer;
    return html`<h1>Embedded event node</h1>
      <p>One machine, no replication. This page only shows; nothing can be changed here.</p>
      <table>
        <tr>
          <th>Position</th>
          <td>${store.head}</td>
        </tr>
        <tr>
          <th>Store</th>
          <td>${store.paths.database}</td>
        </tr>
        <tr>
          <th>Calls under way</th>
          <td>${calls.size}</td>
        </tr>
        <tr>
          <th>Writes since start</th>
          <td>${figures.tasks} in ${figures.commits} commits, ${figures.averageCommitMs.toFixed(2)} ms each</td>
        </tr>
        <tr>
          <th>Maximum append</th>
          <td>${config.maxAppendSize} bytes</td>
        </tr>
        <tr>
          <th>Memory</th>
          <td>${Math.round(process.memoryUsage.rss() / 1048576)} MiB</td>
        </tr>
        <tr>
          <th>Up since</th>
          <td>${new Date(Date.now() - process.uptime() * 1000).toISOString()}</td>
        </tr>
      </table>
      <h2>System projections</h2>
      <table>
        <tr>
          <th>Name</th>
          <th>State</th>
        </tr>
        ${this.projections.list().map(
          (one) =>
            html`<tr>
              <td>${one.name}</td>
              <td>${one.live ? 'live' : one.enabled ? `catching up at ${one.position}` : 'off'}</td>
            </tr>`,
        )}
      </table>`;
  }

  private streams(url: URL): Html {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('after') ?? '';
    const rows = this.context.store.db
      .prepare('SELECT name FROM streams WHERE name >= ? AND name > ? ORDER BY name LIMIT ?')
      .all(prefix, after, PER_PAGE) as { name: string }[];
    const names = rows.map((row) => row.name).filter((name) => name.startsWith(prefix));
    const last = names[names.length - 1];
    return html`<h1>Streams</h1>
      <form>
        <label>Name begins with <input name="prefix" value="${prefix}" /></label> <button>Show</button>
      </form>
      <ul>
        ${names.map((name) => html`<li>${streamLink(name)}</li>`)}
      </ul>
      ${names.length === PER_PAGE && last ? html`<a href="/streams?prefix=${encodeURIComponent(prefix)}&after=${encodeURIComponent(last)}">further</a>` : ''}`;
  }

  private stream(url: URL): Html {
    const name = url.searchParams.get('name') ?? '';
    const { catalog, reader } = this.context.store;
    const state = catalog.stream(name);
    const visible = visibleWindow(catalog, state, Date.now());
    if (visible.kind !== 'window')
      return html`<h1>${name}</h1>
        <p>${visible.kind === 'deleted' ? 'This stream was deleted for ever.' : 'There is no such stream.'}</p>`;
    const from = Number(url.searchParams.get('from') ?? state.durable.lastRevision);
    const { first, notBefore } = visible.window;
    const records = reader
      .backward(state.id, from, PER_PAGE)
      .filter((record) => record.rev >= first && record.ts >= notBefore);
    const oldest = records[records.length - 1];
    return html`<h1>${name}</h1>
      <p>
        Last revision ${state.durable.lastRevision}, visible from ${first}.
        ${name.startsWith('$$') ? '' : streamLink(`$$${name}`, 'metadata')}
      </p>
      ${this.table(records)}
      ${oldest && oldest.rev > first ? html`<a href="/stream?name=${encodeURIComponent(name)}&from=${oldest.rev - 1}">older</a>` : ''}`;
  }

  private all(url: URL): Html {
    const before = Number(url.searchParams.get('before') ?? MAX_REVISION);
    const records = this.context.store.reader.before(before, PER_PAGE);
    const oldest = records[records.length - 1];
    return html`<h1>$all, newest first</h1>
      ${this.table(records)}
      ${oldest && records.length === PER_PAGE ? html`<a href="/all?before=${oldest.pos}">older</a>` : ''}`;
  }

  private table(records: readonly StoredRecord[]): Html {
    const { catalog } = this.context.store;
    return html`<table>
      <tr>
        <th>Position</th>
        <th>Stream</th>
        <th>Revision</th>
        <th>Type</th>
        <th>Created</th>
        <th></th>
      </tr>
      ${records.map(
        (record) =>
          html`<tr>
            <td>${record.pos}</td>
            <td>${streamLink(catalog.nameOf(record.stream))}</td>
            <td>${record.rev === MAX_REVISION ? 'deleted' : record.rev}</td>
            <td>${catalog.typeName(record.type)}</td>
            <td>${new Date(record.ts).toISOString()}</td>
            <td><a href="/event?position=${record.pos}">JSON</a></td>
          </tr>`,
      )}
    </table>`;
  }

  private event(response: Parameters<Route>[1], url: URL): void {
    const { store } = this.context;
    const record = store.reader.at(Number(url.searchParams.get('position')));
    if (!record) {
      send(response, 404, 'text/plain', 'there is no record at this position\n');
      return;
    }
    const target = isLink(record) ? resolveLink(store, OPEN_ACCESS, ANONYMOUS, record, Date.now()) : null;
    sendJson(response, 200, { ...view(record), ...(target ? { leadsTo: view(target) } : {}) });
  }

  /** Categories in order, found by jumping from one to the next, since a scan of all names would hold up everybody. */
  private categories(): string[] {
    const next = this.context.store.db.prepare('SELECT name FROM streams WHERE name > ? ORDER BY name LIMIT 1');
    const found: string[] = [];
    let after = '';
    for (let step = 0; step < MAX_STEPS && found.length < MAX_CATEGORIES; step++) {
      const name = (next.get(after) as { name: string } | undefined)?.name;
      if (name === undefined) break;
      const dash = name.indexOf('-');
      const category = name.startsWith('$') || dash <= 0 ? null : name.slice(0, dash);
      if (category !== null) found.push(category);
      // "." follows "-", so this lies behind every stream of the category; "%" follows "$".
      after = category !== null ? `${category}.` : name.startsWith('$') ? '%' : name;
    }
    return found;
  }

  private types(url: URL): Html {
    const after = url.searchParams.get('after') ?? '';
    const categories = after === '' ? this.categories() : [];
    const types = this.context.store.catalog.typesAfter(after, PER_PAGE);
    const last = types[types.length - 1];
    return html`<h1>Categories</h1>
      <ul>
        ${categories.map((category) => html`<li><a href="/streams?prefix=${encodeURIComponent(`${category}-`)}">${category}</a> ${streamLink(`$ce-${category}`, 'events')}</li>`)}
      </ul>
      <h1>Event types</h1>
      <ul>
        ${types.map((name) => html`<li>${name} ${streamLink(`$et-${name}`, 'events')}</li>`)}
      </ul>
      ${types.length === PER_PAGE && last ? html`<a href="/types?after=${encodeURIComponent(last)}">further</a>` : ''}
      <p>The lists of events exist while the system projections are on.</p>`;
  }

  private subscriptions(): Html {
    const row = (group: Group): Html => {
      const { figures, config, consumers } = group;
      return html`<tr>
        <td>${streamLink(config.stream)}</td>
        <td>${config.group}</td>
        <td>${consumers.list.length}</td>
        <td>${figures.inFlight}</td>
        <td>${figures.retrying}</td>
        <td>${figures.lag}</td>
        <td>${streamLink(group.journal.parkedStream, String(figures.parked))}</td>
        <td>${figures.checkpoint < 0 ? 'none' : figures.checkpoint}</td>
      </tr>`;
    };
    return html`<h1>Persistent subscriptions</h1>
      <table>
        <tr>
          <th>Stream</th>
          <th>Group</th>
          <th>Consumers</th>
          <th>In flight</th>
          <th>Retrying</th>
          <th>Lag</th>
          <th>Parked</th>
          <th>Checkpoint</th>
        </tr>
        ${this.groups.list(null).map(row)}
      </table>`;
  }
}

function streamLink(name: string, label = name): Html {
  return raw(
    html`<a href="${name === '$all' ? '/all' : `/stream?name=${encodeURIComponent(name)}`}">${label}</a>`.text,
  );
}

/** An event as JSON; content that is no JSON as base64. */
function view(record: StoredRecord): Record<string, unknown> {
  const event = decodeRecordedEvent(record.bytes);
  const content = (bytes: Uint8Array): unknown => {
    if (bytes.length === 0) return undefined;
    const text = Buffer.from(bytes).toString('utf8');
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return { base64: Buffer.from(bytes).toString('base64') };
    }
  };
  return {
    ...event,
    created: new Date(event.created).toISOString(),
    metadata: content(event.metadata),
    data: content(event.data),
  };
}
