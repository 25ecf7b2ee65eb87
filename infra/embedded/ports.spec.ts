import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { freeBase, isFree, planPorts, PortPlanError } from './ports';

describe('the plan of ports', () => {
  it('has the standard places when nothing is said', () => {
    expect(planPorts({})).toMatchObject({
      api: 3000,
      identity: 3001,
      eventNode: 2113,
      temporal: 7233,
      temporalPage: 8233,
      postgres: 5433,
    });
  });

  it('moves every door to base + offset in the documented order', () => {
    expect(planPorts({ HOPTAC_PORT_BASE: '4000' })).toEqual({
      api: 4000,
      identity: 4001,
      eventNode: 4002,
      temporal: 4003,
      temporalPage: 4004,
      postgres: 4005,
      worker: 4006,
      projector: 4007,
      taxAuthority: 4008,
      temporalMetrics: 4009,
    });
  });

  it('lets a key of its own win over the base, and takes an empty one as not said', () => {
    const ports = planPorts({ HOPTAC_PORT_BASE: '4000', HOPTAC_API_PORT: '8080', HOPTAC_POSTGRES_PORT: ' ' });
    expect(ports).toMatchObject({ api: 8080, identity: 4001, postgres: 4005 });
  });

  it.each(['0', '65536', '80x', '-1', '3000.5'])('refuses "%s" as a port', (value) => {
    expect(() => planPorts({ HOPTAC_API_PORT: value })).toThrow(PortPlanError);
  });

  it('refuses a base without room for all doors', () => {
    expect(planPorts({ HOPTAC_PORT_BASE: '65526' }).temporalMetrics).toBe(65535);
    expect(() => planPorts({ HOPTAC_PORT_BASE: '65527' })).toThrow('HOPTAC_PORT_BASE');
  });

  it('names both keys when one port is given twice', () => {
    expect(() => planPorts({ HOPTAC_API_PORT: '3001' })).toThrow('HOPTAC_API_PORT, HOPTAC_IDENTITY_PORT');
  });
});

describe('free ports', () => {
  it('sees a port that is held', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isFree(port)).toBe(true);
  });

  it('finds a block below the ports of outgoing connections', async () => {
    const base = await freeBase();
    expect(base).toBeGreaterThanOrEqual(20_000);
    expect(base).toBeLessThan(32_000);
  });
});
