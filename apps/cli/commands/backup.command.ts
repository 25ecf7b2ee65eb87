import { loadConfig } from '@hoptac/platform';
import type { Command } from 'commander';
import { Notice } from '../../../infra/embedded/notice';
import { ELSEWHERE_KEYS, readSettings } from '../../../infra/embedded/settings';
import { makeBackup } from '../backup/make-backup';
import { restoreBackup } from '../backup/restore-backup';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rootFolder = (): string => process.env['HOPTAC_ROOT'] ?? process.cwd();

/** `hoptac backup <folder>`, `hoptac restore <folder> --master-key <file>`: see docs/how-to/back-up-and-restore.md. */
export function register(program: Command): void {
  program
    .command('backup')
    .argument('<folder>', 'new folder for the copy')
    .description('sao lưu khi hệ thống đang chạy / back up while the stack runs')
    .option('--master-key <file>', 'also copy the master key, to a place apart from the backup')
    .action(backUp);
  program
    .command('restore')
    .argument('<folder>', 'a backup')
    .description('khôi phục vào thư mục dữ liệu trống / restore into an empty data folder')
    .requiredOption('--master-key <file>', 'the master key that was kept apart')
    .action(restore);
}

async function backUp(target: string, options: { readonly masterKey?: string }): Promise<void> {
  const config = loadConfig();
  const { masterKey } = options;
  const manifest = await makeBackup({
    root: rootFolder(),
    config,
    target,
    ...(masterKey === undefined ? {} : { masterKeyTo: masterKey }),
    said: say,
  });
  const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
  say(`\nĐã sao lưu / backed up: ${target} (${String(Math.ceil(bytes / 1_048_576))} MB)`);
  say(
    masterKey === undefined
      ? `\n⚠ KHÓA CHỦ KHÔNG NẰM TRONG BẢN SAO. Không có nó, họ tên và số định danh mất vĩnh viễn. Hãy cất riêng: ${config.masterKeyFile}\n` +
          `⚠ THE MASTER KEY IS NOT IN THE BACKUP. Without it names and identity numbers are lost for ever. Keep it apart: ${config.masterKeyFile}`
      : `\n⚠ Khóa chủ ở ${masterKey}: cất riêng khỏi bản sao; ai có cả hai thì đọc được mọi dữ liệu cá nhân.\n` +
          `⚠ The master key lies at ${masterKey}: keep it apart from the backup; who has both reads all personal data.`,
  );
}

async function restore(backup: string, options: { readonly masterKey: string }): Promise<void> {
  const { dataDir, elsewhere } = readSettings(process.env, { root: rootFolder() });
  const keys = (['postgres', 'event-node'] as const)
    .filter((part) => elsewhere[part] !== undefined)
    .map((part) => ELSEWHERE_KEYS[part]);
  if (keys.length > 0)
    throw new Notice({
      vi: `Khôi phục chỉ phục vụ bộ nhúng; hãy bỏ ${keys.join(', ')} khỏi môi trường, hoặc dùng công cụ sao lưu của các máy chủ đó.`,
      en: `Restoring serves the embedded stack only; unset ${keys.join(', ')}, or use the backup of those servers.`,
    });
  await restoreBackup({ root: rootFolder(), backup, dataDir, masterKey: options.masterKey, said: say });
  say(`\nĐã khôi phục / restored: ${dataDir}`);
  say('Chạy npm start: bảng đọc được dựng lại từ sự kiện, hồ sơ đang mở được tiếp tục; mọi người đăng nhập lại.');
  say('Run npm start: read models are rebuilt from the events, open cases go on; everybody signs in again.');
}
