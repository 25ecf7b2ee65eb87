import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppConfig } from '@hoptac/platform';
import { HttpTaxAuthority } from './http-tax-authority';

const request = { requestId: 'd-1-0', organisationName: 'Hợp tác xã Tân Phú', officeCode: '91001' };
let server: Server;
let answer: { status: number; body: string };
let asked: { url: string | undefined; body: string } | undefined;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
    incoming.on('end', () => {
      asked = { url: incoming.url, body };
      outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const authority = (): HttpTaxAuthority => {
  const { port } = server.address() as AddressInfo;
  return new HttpTaxAuthority({ taxAuthorityUrl: `http://127.0.0.1:${String(port)}/` } as AppConfig);
};

it('asks under the request id and takes the code', async () => {
  answer = { status: 200, body: '{"taxCode":"1700123456"}' };
  expect(await authority().requestCode(request)).toEqual({ taxCode: '1700123456' });
  expect(asked).toEqual({ url: '/tax-codes', body: JSON.stringify(request) });
});

it('takes a reasoned no for an answer', async () => {
  answer = { status: 422, body: '{"reason":"Dữ liệu không khớp"}' };
  expect(await authority().requestCode(request)).toEqual({ refusedBecause: 'Dữ liệu không khớp' });
});

it.each([
  [503, '{}'],
  [500, 'down'],
  [422, '{}'],
  [200, '{}'],
  [200, '{"taxCode":"12"}'],
  [200, 'not json'],
  [302, ''],
])('takes %i %s for no answer, to be asked again', async (status, body) => {
  answer = { status, body };
  await expect(authority().requestCode(request)).rejects.toMatchObject({ name: 'TaxAuthorityUnavailable' });
});

it('takes a dead address for no answer', async () => {
  const nobody = new HttpTaxAuthority({ taxAuthorityUrl: 'http://127.0.0.1:1' } as AppConfig);
  await expect(nobody.requestCode(request)).rejects.toMatchObject({ name: 'TaxAuthorityUnavailable' });
});
