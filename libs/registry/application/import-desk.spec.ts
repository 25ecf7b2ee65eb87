import { loadAreas, type AuthenticatedActor } from '@hoptac/identity';
import type { Clock, LocalDate } from '@hoptac/kernel';
import type { PersonVault } from '@hoptac/personal-data';
import { MemoryEventStore } from '@hoptac/testing';
import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { registryCatalogue } from '../domain';
import type { ImportFile } from '../import/register-import';
import { ImportDesk, type DeskImport } from './import-desk';
import { OrganisationStore } from './stores';

const TODAY: LocalDate = '2026-11-22';
const CLOCK: Clock = { now: () => '2026-11-22T03:00:00.000Z' };
const areas = loadAreas();
const COMMUNES = areas
  .areasOn(TODAY)
  .filter(({ kind, code }) => kind === 'commune' && areas.isWithin(code, '91', TODAY))
  .slice(0, 5);

const supervisor = (areaCode: string, personId = 'p-1'): AuthenticatedActor => ({
  personId,
  role: 'supervisor',
  name: '',
  roles: ['supervisor'],
  areaCodes: [areaCode],
  assignments: [{ role: 'supervisor', officeId: `office-${areaCode}`, areaCode }],
});
const HERE = supervisor('91');

/** A register of its own content per first code. */
const register = (rows: number, firstCode = 1_700_000_000): ImportFile => ({
  fileName: 'so.csv',
  asOf: TODAY,
  bytes: new TextEncoder().encode(
    ['Mã số,Tên HTX,Xã,Người đại diện']
      .concat(
        Array.from({ length: rows }, (_none, n) => {
          const code = String(firstCode + n);
          return `${code},Hợp tác xã Số ${code},${COMMUNES[n % COMMUNES.length]?.name ?? ''},Nguyễn Văn ${String(n)}`;
        }),
      )
      .join('\n'),
  ),
});

describe('ImportDesk', () => {
  let events: MemoryEventStore;
  let desk: ImportDesk;
  let seal: jest.Mock<Promise<{ personId: string; box: string }>, [string]>;
  const importedCount = async (): Promise<number> => {
    const streams: string[] = [];
    for await (const { stream } of events.readAll({ eventTypes: ['OrganisationImported'] })) streams.push(stream);
    return streams.length;
  };
  const ended = async (importId: string): Promise<DeskImport> => {
    while (desk.find(importId, HERE).status === 'running') await pause(1);
    return desk.find(importId, HERE);
  };
  beforeEach(() => {
    events = new MemoryEventStore({ catalogues: [registryCatalogue] });
    seal = jest.fn((personId: string) => Promise.resolve({ personId, box: 'sealed' }));
    const vault = { seal } as Pick<PersonVault, 'seal'>;
    desk = new ImportDesk(new OrganisationStore(events), vault as PersonVault, areas, CLOCK);
  });

  it('records nothing before the start, each row once after three runs', async () => {
    const { prepared, status } = await desk.bring(register(100), HERE);
    expect([status, await importedCount()]).toEqual(['prepared', 0]);
    desk.start(prepared.importId, HERE, 'press-1');
    expect(await ended(prepared.importId)).toMatchObject({ status: 'done', progress: { imported: 100 } });
    expect(desk.start(prepared.importId, HERE, 'press-1').status).toBe('done');
    for (const press of ['press-2', 'press-3']) {
      await desk.bring(register(100), HERE);
      expect(desk.start(prepared.importId, HERE, press).status).toBe('running');
      expect(await ended(prepared.importId)).toMatchObject({
        progress: { imported: 0, unchanged: 100, differing: [] },
      });
    }
    expect(await importedCount()).toBe(100);
  });

  it('names rows that say something else than the register, and overwrites nothing', async () => {
    const first = await desk.bring(register(2), HERE);
    desk.start(first.prepared.importId, HERE, 'press-1');
    await ended(first.prepared.importId);
    const text = new TextDecoder().decode(register(2).bytes).replace('Nguyễn Văn 1', 'Trần Thị 1');
    const second = await desk.bring({ ...register(2), bytes: new TextEncoder().encode(text) }, HERE);
    desk.start(second.prepared.importId, HERE, 'press-2');
    expect((await ended(second.prepared.importId)).progress).toEqual({
      total: 2,
      imported: 0,
      unchanged: 1,
      differing: [3],
    });
    expect(await importedCount()).toBe(2);
  });

  it('goes on after an interruption', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    let sealed = 0;
    seal.mockImplementation((personId) => {
      sealed += 1;
      return sealed === 150 ? Promise.reject(new Error('no database')) : Promise.resolve({ personId, box: 'sealed' });
    });
    const { prepared } = await desk.bring(register(300), HERE);
    desk.start(prepared.importId, HERE, 'press-1');
    expect(await ended(prepared.importId)).toMatchObject({
      status: 'interrupted',
      problem: 'REGISTRY.IMPORT_INTERRUPTED',
    });
    expect(said).toHaveBeenCalledWith(expect.stringContaining(prepared.importId), expect.anything());
    said.mockRestore();
    const before = await importedCount();
    expect(before).toBeLessThan(300);
    desk.start(prepared.importId, HERE, 'press-2');
    const { progress } = await ended(prepared.importId);
    expect([progress.unchanged, progress.imported]).toEqual([before, 300 - before]);
    expect(await importedCount()).toBe(300);
  });

  it('lets rows on their way arrive when the program stops, and starts no more', async () => {
    const { prepared } = await desk.bring(register(500), HERE);
    desk.start(prepared.importId, HERE, 'press-1');
    await desk.beforeApplicationShutdown();
    expect(desk.find(prepared.importId, HERE).status).toBe('interrupted');
    expect(desk.find(prepared.importId, HERE).progress.imported).toBe(await importedCount());
    expect(() => desk.start(prepared.importId, HERE, 'press-2')).toThrow(
      expect.objectContaining({ code: 'REGISTRY.IMPORT_CLOSING' }) as Error,
    );
  });

  it('is nobody else’s, and only for rows where the bringer may import', async () => {
    const { prepared } = await desk.bring(register(5), HERE);
    expect(() => desk.find(prepared.importId, supervisor('91', 'p-2'))).toThrow(
      expect.objectContaining({ code: 'REGISTRY.IMPORT_NOT_FOUND' }) as Error,
    );
    await expect(desk.bring(register(5), supervisor(COMMUNES[0]?.code ?? ''))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
  });

  it('keeps four; a running one makes no room', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    seal.mockImplementation(async (personId) => {
      await gate;
      return { personId, box: 'sealed' };
    });
    const bring = (n: number) => desk.bring(register(1, 1_700_000_000 + 1_000 * n), HERE);
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push((await bring(n)).prepared.importId);
    for (const id of ids.slice(1)) desk.start(id, HERE, `press-${id}`);
    const fifth = (await bring(4)).prepared.importId;
    expect(() => desk.find(ids[0] ?? '', HERE)).toThrow(
      expect.objectContaining({ code: 'REGISTRY.IMPORT_NOT_FOUND' }) as Error,
    );
    desk.start(fifth, HERE, 'press-5');
    await expect(bring(5)).rejects.toMatchObject({ code: 'REGISTRY.IMPORT_DESK_FULL' });
    go();
    await ended(fifth);
    expect((await bring(5)).status).toBe('prepared');
  });

  it('refuses a day ahead and a start with nothing to take over', async () => {
    await expect(desk.bring({ ...register(1), asOf: '2026-11-23' }, HERE)).rejects.toMatchObject({
      code: 'REGISTRY.IMPORT_DAY_AHEAD',
    });
    const { prepared } = await desk.bring(register(0), HERE);
    expect(() => desk.start(prepared.importId, HERE, 'press-1')).toThrow(
      expect.objectContaining({ code: 'REGISTRY.IMPORT_EMPTY' }) as Error,
    );
  });
});
