import { addresses, PART_NAMES, readSettings } from './settings';

const root = '/clone';

describe('settings of the stack', () => {
  it('starts every part under data/ when nothing is said', () => {
    const settings = readSettings({}, { root });
    expect(settings).toMatchObject({ dataDir: '/clone/data', rehearsal: false, parts: PART_NAMES });
  });

  it('does not start a part whose address is given, and hands that address on', () => {
    const settings = readSettings({ HOPTAC_TEMPORAL_ADDRESS: 'temporal.example:7233' }, { root });
    expect(settings.parts).not.toContain('temporal');
    expect(addresses(settings, 'postgres://own')).toMatchObject({
      HOPTAC_TEMPORAL_ADDRESS: 'temporal.example:7233',
      HOPTAC_EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
      HOPTAC_POSTGRES_URL: 'postgres://own',
    });
  });

  it('keeps the order of starting whatever the order of --only', () => {
    expect(readSettings({}, { root, only: 'api, postgres' }).parts).toEqual(['postgres', 'api']);
  });

  it.each([
    [{ HOPTAC_REHEARSAL: 'yes' }, 'HOPTAC_REHEARSAL'],
    [{ HOPTAC_API_PORT: 'x' }, 'HOPTAC_API_PORT'],
    [{ HOPTAC_API_PORT: '3001' }, 'HOPTAC_IDENTITY_PORT'],
  ])('names the wrong key of %j', (environment, key) => {
    expect(() => readSettings(environment, { root })).toThrow(key);
  });

  it('names an unknown part', () => {
    expect(() => readSettings({}, { root, only: 'postgre' })).toThrow('postgre');
  });
});
