import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = join(__dirname, '..', '..');

/** The scaffold is plain JavaScript of the bootstrap; it is asked in a process of its own, and writes nothing. */
function planned(context: string, aggregate: string): Record<string, string> {
  const url = pathToFileURL(join(__dirname, 'new-context.mjs')).href;
  const script = `import { planned } from '${url}'; console.log(JSON.stringify(planned(...process.argv.slice(1))));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, context, aggregate], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(out) as Record<string, string>;
}

/** Sentences of the compiler about the planned files, checked as if they lay in the house. */
function faultsOf(files: Readonly<Record<string, string>>): string[] {
  const laid = new Map(Object.entries(files).map(([path, text]) => [join(root, path), text]));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => laid.has(path) || fileExists(path);
  host.readFile = (path) => laid.get(path) ?? readFile(path);
  host.getSourceFile = (path, languageVersion) => {
    const text = laid.get(path);
    return text === undefined
      ? getSourceFile(path, languageVersion)
      : ts.createSourceFile(path, text, languageVersion, true);
  };
  host.directoryExists = (path) => ts.sys.directoryExists(path) || [...laid.keys()].some((key) => key.startsWith(path));
  const own = [...laid.keys()].filter((path) => path.endsWith('.ts') && !path.includes('/apps/web/'));
  const program = ts.createProgram(own, { ...options, noEmit: true, incremental: false }, host);
  return own.flatMap((path) =>
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(path)),
      ...program.getSemanticDiagnostics(program.getSourceFile(path)),
    ].map(({ messageText }) => `${path.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

describe('npm run new:context', () => {
  it('still fits the lists of the house, and what it lays compiles among them', () => {
    const files = planned('trial-room', 'trial');
    expect(files['libs/house/index.ts']).toMatch(/trialRoomCatalogue,[^]*'trial-',[^]*\.\.\.trialRoomProjections,/);
    expect(files['apps/api/contexts.ts']).toContain('TrialRoomModule.forHttp()');
    expect(faultsOf(files)).toEqual([]);
  }, 120_000);

  it('touches nothing of a room that is there', () => {
    expect(() => planned('registry', 'organisation')).toThrow(/libs\/registry is there already/);
  });
});
