import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('is new once, and free again when closed', () => {
    const path = join(scratch, 'data');
    const first = DataFolder.open(path);
    expect(first.isNew).toBe(true);
    first.close();
    const second = DataFolder.open(path);
    expect(second.isNew).toBe(false);
    second.close();
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
