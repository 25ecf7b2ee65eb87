import { readFileSync } from 'node:fs';
import { projectFile } from '../project-file';
import { configurationPage } from './configuration-page';
import { documentedKeys } from './key.decorator';
import { ConfigurationError, loadConfig, unknownKeys } from './load-config';

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
};

describe('configuration', () => {
  it('stands on the embedded defaults when nothing is said', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      apiPort: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      oidcIssuer: 'http://127.0.0.1:3001',
      eventStoreUrl: 'esdb://127.0.0.1:2113?tls=false',
      temporalAddress: '127.0.0.1:7233',
      postgresUrl: 'postgres://hoptac@127.0.0.1:5433/hoptac',
      workerHealthPort: 3010,
      taxAuthorityUrl: 'http://127.0.0.1:3012',
      embedded: false,
    });
  });

  it('moves all ports with the base, and one alone with its own key', () => {
    const config = loadConfig({ HOPTAC_PORT_BASE: '4000', HOPTAC_POSTGRES_PORT: '5555' });
    expect(config).toMatchObject({
      apiPort: 4000,
      oidcIssuer: 'http://127.0.0.1:4001',
      eventStorePort: 4002,
      temporalUiPort: 4004,
      projectorHealthPort: 4007,
    });
    expect(config.postgresUrl).toBe('postgres://hoptac@127.0.0.1:5555/hoptac');
  });

  it('takes an empty variable for none', () => {
    expect(loadConfig({ HOPTAC_API_PORT: '', HOPTAC_OTLP_URL: '' })).toMatchObject({ apiPort: 3000 });
  });

  it('names every wrong key at once', () => {
    const problems = problemsOf({
      HOPTAC_API_PORT: '99999',
      HOPTAC_REHEARSAL: 'maybe',
      HOPTAC_OIDC_ISSUER: 'ftp://x',
      HOPTAC_LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'HOPTAC_API_PORT',
      'HOPTAC_LOG_LEVEL',
      'HOPTAC_OIDC_ISSUER',
      'HOPTAC_REHEARSAL',
    ]);
  });

  it('never shows the value of a secret', () => {
    expect(problemsOf({ HOPTAC_POSTGRES_URL: 'mysql://me:hunter2@db' }).join()).not.toContain('hunter2');
  });

  it('allows rehearsal in the embedded stack only', () => {
    expect(problemsOf({ HOPTAC_REHEARSAL: '1' })).toHaveLength(1);
    expect(problemsOf({ HOPTAC_REHEARSAL: '1', HOPTAC_EMBEDDED: '1' })).toEqual([]);
  });

  it('wants a bucket with s3', () => {
    expect(problemsOf({ HOPTAC_FILES_DRIVER: 's3' }).join()).toContain('HOPTAC_S3_BUCKET');
  });

  it('points out keys that nobody knows', () => {
    expect(
      unknownKeys({ HOPTAC_TEMPORL_ADDRESS: 'x', HOPTAC_API_PORT: '1', HOPTAC_CONTROL_URL: 'x', HOME: '/' }),
    ).toEqual(['HOPTAC_TEMPORL_ADDRESS']);
  });

  it('passes over every key of the event node, none like them', () => {
    const node = readFileSync(projectFile('apps/event-node/config.ts'), 'utf8');
    const keys = [...new Set(node.match(/HOPTAC_EVENTSTORE_[A-Z_]+/g))];
    expect(keys.length).toBeGreaterThan(8);
    const env = Object.fromEntries([...keys, 'HOPTAC_EVENTSTORE_HOSTS'].map((key) => [key, 'x']));
    expect(unknownKeys(env)).toEqual(['HOPTAC_EVENTSTORE_HOSTS']);
  });

  it.each(['caddy', '127.0.0.1;', '*', '127.0.0.1, 10.0.0.0/8'])('trusts no proxy called %s', (text) => {
    expect(problemsOf({ HOPTAC_TRUSTED_PROXIES: text })[0]).toMatch(/^HOPTAC_TRUSTED_PROXIES: must be addresses/);
  });

  it('documents every key on the page', () => {
    expect(documentedKeys().every(({ about }) => about.length > 10)).toBe(true);
    expect(readFileSync(projectFile('docs/configuration.md'), 'utf8')).toBe(configurationPage());
  });
});
