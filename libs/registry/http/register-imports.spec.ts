import multipart from '@fastify/multipart';
import type { AuthenticatedActor } from '@hoptac/identity';
import { CLOCK } from '@hoptac/kernel';
import { ProblemFilter } from '@hoptac/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ImportDesk, type DeskImport } from '../application/import-desk';
import { AreaFinder } from '../import/areas';
import { COLUMNS } from '../import/columns';
import { planImport } from '../import/plan';
import type { ImportFile } from '../import/register-import';
import { readSheet } from '../import/sheet';
import { RegisterImportsController } from './register-imports.controller';
import type { RegisterImportView } from './register-imports.dto';

const ACTOR: AuthenticatedActor = {
  personId: 'p-1',
  role: 'supervisor',
  name: '',
  roles: ['supervisor'],
  areaCodes: ['91'],
  assignments: [],
};
const areas = new AreaFinder([{ code: 'c1', name: 'Xã Tân Hiệp', level: 'commune' }]);
const BOUNDARY = 'hop-tac-boundary';
const part = (head: string, body: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;

/** The desk is its own spec's; here it only remembers what the form said. */
class RememberingDesk {
  brought: ImportFile | undefined;
  presses: string[] = [];
  private view: DeskImport | undefined;

  async bring(file: ImportFile): Promise<DeskImport> {
    this.brought = file;
    const plan = planImport(await readSheet(file.bytes, file.fileName, file.mapping), areas, file.mapping);
    const progress = { total: plan.rows.length, imported: 0, unchanged: 0, differing: [7, 3] };
    const prepared = { importId: 'i-1', fileName: file.fileName, plan };
    return (this.view = { prepared, asOf: file.asOf, status: 'prepared', progress });
  }
  find(): DeskImport {
    if (this.view === undefined) throw new Error('nothing was brought');
    return this.view;
  }
  start(_id: string, _actor: AuthenticatedActor, press: string): DeskImport {
    this.presses.push(press);
    return { ...this.find(), status: 'running' };
  }
}

describe('the routes of imports', () => {
  const desk = new RememberingDesk();
  let app: NestFastifyApplication;
  const send = (body: string) =>
    app.inject({
      method: 'POST',
      url: '/api/register-imports',
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      payload: `${body}--${BOUNDARY}--\r\n`,
    });
  const csv = 'Tên HTX,Xã,Tên khác lạ\nHợp tác xã Một,Tân Hiệp,x\n=HTX(1),Không đâu,y\n';

  beforeAll(async () => {
    @Module({
      controllers: [RegisterImportsController],
      providers: [
        { provide: ImportDesk, useValue: desk },
        { provide: CLOCK, useValue: { now: () => '2026-11-21T18:00:00.000Z' } },
      ],
    })
    class TestModule {}
    const adapter = new FastifyAdapter({ multipart: false });
    app = await NestFactory.create<NestFastifyApplication>(TestModule, adapter, { logger: false });
    await app.register(multipart, { limits: { fileSize: 1_024, fieldSize: 16 }, throwFileSizeLimit: true });
    adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
      Object.assign(request, { actor: ACTOR });
      done();
    });
    app.useGlobalFilters(new ProblemFilter({ error: () => undefined, warn: () => undefined } as never));
    await app.init();
    await adapter.getInstance().ready();
  });
  afterAll(() => app.close());

  it('tells columns, unknown headers, rejected rows with reasons, gaps', async () => {
    const mapping = JSON.stringify({ 'Tên khác lạ': 'abbreviation' });
    const answer = await send(
      part('name="file"; filename="../sổ cũ.csv"', csv) +
        part('name="asOf"', '2024-12-31') +
        part('name="mapping"', mapping),
    );
    expect(answer.statusCode).toBe(201);
    const view = answer.json<RegisterImportView>();
    expect(view).toMatchObject({
      importId: 'i-1',
      fileName: 'sổ cũ.csv',
      asOf: '2024-12-31',
      rows: 1,
      rejectedRows: 1,
    });
    expect(view.columns).toContainEqual({ header: 'Tên khác lạ', field: 'abbreviation', label: 'Tên viết tắt' });
    expect(view.rejected).toEqual([
      {
        row: 3,
        cells: ['=HTX(1)', 'Không đâu', 'y'],
        reasons: [expect.objectContaining({ code: 'KIND_UNKNOWN' }), expect.objectContaining({ code: 'AREA_UNKNOWN' })],
      },
    ]);
    expect(view.gaps).toContainEqual({ field: 'code', label: 'Mã số', empty: 1, illegible: 0 });
    expect(view.progress.differingRows).toEqual([3, 7]);
  });

  it('takes a file larger than a document may be; the day is today in Viet Nam unless said', async () => {
    const answer = await send(
      part('name="file"; filename="so.csv"', `${csv}${'Hợp tác xã Một,Tân Hiệp,x\n'.repeat(100)}`),
    );
    expect(answer.statusCode).toBe(201);
    expect(desk.brought?.asOf).toBe('2026-11-22');
  });

  it.each([
    ['no file', part('name="asOf"', '2024-12-31'), 'REGISTRY.IMPORT_FILE_MISSING'],
    [
      'no day',
      part('name="file"; filename="a.csv"', csv) + part('name="asOf"', '31/12/2024'),
      'REGISTRY.IMPORT_DAY_MALFORMED',
    ],
    [
      'no field',
      part('name="file"; filename="a.csv"', csv) + part('name="mapping"', '{"x":"no"}'),
      'REGISTRY.IMPORT_MAPPING_MALFORMED',
    ],
    [
      'no JSON',
      part('name="file"; filename="a.csv"', csv) + part('name="mapping"', '{'),
      'REGISTRY.IMPORT_MAPPING_MALFORMED',
    ],
  ])('refuses a form with %s', async (_what, body, code) => {
    const answer = await send(body);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, code]);
  });

  it('is started once per key, and not without one', async () => {
    await send(part('name="file"; filename="a.csv"', csv));
    const url = '/api/register-imports/i-1/runs';
    expect((await app.inject({ method: 'POST', url })).statusCode).toBe(400);
    const headers = { 'idempotency-key': 'key-0123456789abcdef' };
    for (let n = 0; n < 2; n += 1)
      expect((await app.inject({ method: 'POST', url, headers })).json()).toMatchObject({ status: 'running' });
    expect(new Set(desk.presses).size).toBe(1);
  });

  it('gives the rejected rows as a file that no sheet program runs', async () => {
    const answer = await app.inject({ url: '/api/register-imports/i-1/rejected-rows' });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment; filename="a-dong-khong-nhap-duoc.csv"');
    expect(answer.body.split('\r\n')[1]).toContain(`"'=HTX(1)"`);
  });

  it('gives a template that the import understands whole', async () => {
    const answer = await app.inject({ url: '/api/register-import-template' });
    const sheet = await readSheet(new Uint8Array(answer.rawPayload), 'mau.xlsx');
    const plan = planImport(sheet, areas);
    expect(plan.unknownHeaders).toEqual([]);
    expect(Object.keys(plan.mapping)).toEqual(COLUMNS.map(({ field }) => field));
    expect(plan.rows).toHaveLength(1);
    expect(plan.rows[0]?.organisation).toMatchObject({ code: '1702345678', registeredOn: '2019-07-05' });
  });
});
