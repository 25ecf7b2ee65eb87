import { AreaTree } from '@hoptac/identity';
import { CLOCK, isLocalDate, localDateOf, systemActor } from '@hoptac/kernel';
import type { Clock, LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import type { Field, ImportPlan } from '@hoptac/registry';
import { OrganisationStore, RegisterImport, importReasonText, rejectedCsv } from '@hoptac/registry';
import type { Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inHouse } from '../open-house';
import { ProgressLine } from '../progress-line';

interface Options {
  readonly asOf?: string;
  readonly map?: string;
  readonly preview?: boolean;
}

/** `hoptac import register <file>`: takes an existing register over; again is harmless. */
export function register(program: Command): void {
  program
    .command('import')
    .description('nhập sổ cũ / take over existing books')
    .command('register')
    .argument('<file>', '.xlsx or .csv')
    .description('nhập sổ đăng ký hợp tác xã / take over a register of organisations')
    .option('--as-of <day>', 'day that the register describes, YYYY-MM-DD (default: today)')
    .option('--map <file.json>', 'other headers: {"Tên trong tệp": "name", …}')
    .option('--preview', 'only say what an import would do')
    .action(importRegister);
}

async function importRegister(file: string, options: Options): Promise<void> {
  await inHouse(async (house) => {
    const clock = house.get<Clock>(CLOCK, { strict: false });
    const now = clock.now();
    const today = localDateOf(now);
    const asOf = dayOf(options.asOf, today);
    const mapping =
      options.map === undefined ? undefined : (JSON.parse(readFileSync(options.map, 'utf8')) as Record<string, Field>);
    const importing = new RegisterImport(
      house.get(OrganisationStore, { strict: false }),
      house.get(PersonVault, { strict: false }),
      house.get(AreaTree, { strict: false }),
    );
    const prepared = await importing.prepare(
      { bytes: readFileSync(file), fileName: basename(file), asOf, ...(mapping === undefined ? {} : { mapping }) },
      today,
    );
    preview(prepared.plan);
    if (prepared.plan.rejected.length > 0) {
      const rejected = `${file}.rejected.csv`;
      writeFileSync(rejected, rejectedCsv(prepared.plan, importReasonText));
      process.stdout.write(`Dòng không nhập được, kèm lý do / rejected rows with reasons: ${rejected}\n`);
    }
    if (options.preview) return;
    const line = new ProgressLine('Nhập / importing', prepared.plan.rows.length);
    const done = await importing.run(prepared, { actor: systemActor('import'), now, asOf }, (progress) => {
      line.show(progress.imported + progress.unchanged + progress.differing.length);
    });
    line.end();
    process.stdout.write(
      `Mới ${done.imported} · như cũ ${done.unchanged} · đã có, nội dung khác ${done.differing.length} / new, unchanged, differing\n`,
    );
    if (done.differing.length > 0)
      process.stdout.write(`Các dòng khác / differing rows: ${done.differing.join(', ')}\n`);
  });
}

function dayOf(text: string | undefined, today: LocalDate): LocalDate {
  if (text === undefined) return today;
  if (!isLocalDate(text)) throw new Error(`--as-of: ${text} is not a day (YYYY-MM-DD)`);
  return text;
}

function preview(plan: ImportPlan): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`Cột nhận ra / columns known: ${Object.keys(plan.mapping).join(', ')}`);
  if (plan.unknownHeaders.length > 0) say(`Cột không dùng / columns left out: ${plan.unknownHeaders.join(' | ')}`);
  say(`Dòng nhập được / rows to import: ${plan.rows.length} · không nhập được / rejected: ${plan.rejected.length}`);
  for (const row of plan.rejected.slice(0, 10))
    say(`  ${row.number}: ${row.reasons.map((reason) => importReasonText(reason, row)).join('; ')}`);
  say('Sổ không nói / what the register does not say:');
  for (const [field, gap] of Object.entries(plan.gaps))
    say(`  ${field}: trống ${gap.empty}, không đọc được ${gap.illegible}`);
}
