import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './data-folder';

describe('the data folder', () => {
  let scratch: string;

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'hoptac-spec-'));
  });

  afterEach(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('is laid out with its version, and free again when closed', () => {
    const path = join(scratch, 'data');
    DataFolder.open(path).close();
    expect(existsSync(join(path, 'keys'))).toBe(true);
    expect(JSON.parse(readFileSync(join(path, 'version.json'), 'utf8'))).toEqual({ layoutVersion: 1 });
    DataFolder.open(path).close();
  });

  it('cannot be opened twice; the message says what to do', () => {
    const held = DataFolder.open(scratch);
    expect(() => DataFolder.open(scratch)).toThrow(/HOPTAC_DATA_DIR/);
    held.close();
  });

  it('written by a newer version stays untouched', () => {
    writeFileSync(join(scratch, 'version.json'), JSON.stringify({ layoutVersion: 99 }));
    expect(() => DataFolder.open(scratch)).toThrow(/newer version \(layout 99/);
    expect(existsSync(join(scratch, 'postgres'))).toBe(false);
    expect(existsSync(join(scratch, 'eventstore'))).toBe(false);
  });

  it('that is a file is refused with a message', () => {
    const path = join(scratch, 'file');
    writeFileSync(path, '');
    expect(() => DataFolder.open(path)).toThrow(/cannot be written/);
  });
});
