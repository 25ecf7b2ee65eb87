import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { FileMasterKey, MasterKeyProblem } from './master-key';

describe('FileMasterKey', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoptac-key-'));
    file = join(folder, 'keys', 'master.key');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const production = async (): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `hoptac-master-key:1:production:${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  };

  it('is made by the embedded stack, for its owner alone, and found again', async () => {
    const wrapped = await new FileMasterKey(file, true).wrap('person/1', Buffer.from('secret'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(Buffer.from(await new FileMasterKey(file, true).unwrap('person/1', wrapped)).toString()).toBe('secret');
    expect(Buffer.from(wrapped).toString('latin1')).not.toContain('secret');
  });

  it('is one key when sixteen programs start at once, and leaves no draft behind', async () => {
    const ids = await Promise.all(Array.from({ length: 16 }, () => new FileMasterKey(file, true).id()));
    expect(new Set(ids).size).toBe(1);
    expect(await readdir(dirname(file))).toEqual(['master.key']);
  });

  it('is never made anew for keys that another one wrapped', async () => {
    const wrapped = await new FileMasterKey(file, true).wrap('person/1', Buffer.from('secret'));
    await rm(file);
    await expect(new FileMasterKey(file, true).unwrap('person/1', wrapped)).rejects.toThrow(/No master key/);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is not made outside of the embedded stack', async () => {
    await expect(new FileMasterKey(file, false).id()).rejects.toThrow(MasterKeyProblem);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is refused outside of the embedded stack when the embedded stack made it', async () => {
    await new FileMasterKey(file, true).id();
    await expect(new FileMasterKey(file, false).id()).rejects.toThrow(/made by the embedded stack/);
  });

  it('is taken anywhere when it was made for production, as soon as it is there', async () => {
    const master = new FileMasterKey(file, false);
    await expect(master.id()).rejects.toThrow(MasterKeyProblem);
    await production();
    expect(await master.id()).toBe(await new FileMasterKey(file, true).id());
  });

  it('is refused when others may read it', async () => {
    await production();
    await chmod(file, 0o640);
    await expect(new FileMasterKey(file, false).id()).rejects.toThrow(/chmod 600/);
  });

  it('is refused when it is something else', async () => {
    await production();
    await writeFile(file, 'hoptac-master-key:1:production:short\n');
    await expect(new FileMasterKey(file, false).id()).rejects.toThrow(/not a master key/);
  });

  it('unwraps nothing of another key or another name', async () => {
    await production();
    const master = new FileMasterKey(file, false);
    const wrapped = await master.wrap('person/1', Buffer.from('secret'));
    await expect(master.unwrap('person/2', wrapped)).rejects.toThrow(MasterKeyProblem);
    await production();
    await expect(new FileMasterKey(file, false).unwrap('person/1', wrapped)).rejects.toThrow(/another master key/);
  });
});
