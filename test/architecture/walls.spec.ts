import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const fixtures = join(__dirname, 'fixtures');

interface Violation {
  readonly rule: { readonly name: string };
}

/** Runs the project's own walls over one folder and returns the names of the rules it breaks. */
function brokenRules(folder: string): string[] {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', folder];
  const bin = join(root, 'node_modules', '.bin', 'depcruise');
  let output: string;
  try {
    output = execFileSync(bin, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  } catch (error) {
    // The tool's exit status counts violations; the report still stands on stdout.
    output = (error as { stdout?: string }).stdout ?? '';
  }
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } };
  return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
}

describe('walls', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(join(root, '.dependency-cruiser.cjs'));

  it('every rule has a fixture, every fixture a rule', () => {
    expect(readdirSync(fixtures).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it.each(readdirSync(fixtures))('%s is broken by its fixture', (name) => {
    expect(brokenRules(join('test', 'architecture', 'fixtures', name))).toContain(name);
  });

  it('knows the rooms that the mission names', () => {
    for (const name of [
      'apps',
      'libs',
      'workflows',
      'infra',
      'test',
      'nest-cli.json',
      'package.json',
      'tsconfig.base.json',
    ]) {
      expect(existsSync(join(root, name))).toBe(true);
    }
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const name of [
      '@eventstore/db-client',
      '@temporalio/client',
      '@temporalio/worker',
      '@nestjs/core',
      'class-validator',
      'rxjs',
    ]) {
      expect(dependencies).toHaveProperty([name]);
    }
    expect(devDependencies).toHaveProperty(['jest']);
  });
});
