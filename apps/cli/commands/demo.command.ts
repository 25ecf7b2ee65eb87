import { StaffNames, UserService, demoAccounts, grantDemoRoles } from '@hoptac/identity';
import type { AppConfig } from '@hoptac/platform';
import { loadConfig } from '@hoptac/platform';
import type { Command } from 'commander';
import { fileDemoCases } from '../demo/demo-cases';
import { fileDemoLending } from '../demo/demo-lending';
import { loadDemoRegister } from '../demo/load-register';
import { runDemo } from '../demo/run';
import { inHouse } from '../open-house';

/** `hoptac demo …`: the labelled demo province; refuses outside the embedded stack. */
export function register(program: Command): void {
  const demo = program.command('demo').description('tỉnh minh họa / the demo province');
  demo.command('load').description('nạp dữ liệu minh họa / load it; again is harmless').action(load);
  demo
    .command('roles')
    .description('vai trò của tài khoản minh họa / the roles of the demo accounts alone')
    .action(roles);
  demo
    .command('run')
    .description(
      'một lần đăng ký trọn vẹn / one registration told from filing to certificate; status 1 when a part disagrees',
    )
    .action(run);
  demo.command('logins').description('tài khoản minh họa / the demo accounts').action(logins);
}

function embeddedConfig(): AppConfig {
  const config = loadConfig();
  if (!config.embedded) throw new Error('Demo data belong to the embedded stack only (HOPTAC_EMBEDDED=1)');
  return config;
}

async function roles(): Promise<void> {
  embeddedConfig();
  await inHouse((house) =>
    grantDemoRoles(house.get(UserService, { strict: false }), house.get(StaffNames, { strict: false })),
  );
}

async function run(): Promise<void> {
  const config = embeddedConfig();
  await inHouse(async (house) => {
    await grantDemoRoles(house.get(UserService, { strict: false }), house.get(StaffNames, { strict: false }));
    if (!(await runDemo(house, config))) process.exitCode = 1;
  });
}

async function load(): Promise<void> {
  const config = embeddedConfig();
  await inHouse(async (house) => {
    await grantDemoRoles(house.get(UserService, { strict: false }), house.get(StaffNames, { strict: false }));
    await loadDemoRegister(house);
  });
  const addresses = { api: config.publicUrl, issuer: config.oidcIssuer };
  await fileDemoCases(addresses);
  await fileDemoLending(addresses);
}

function logins(): void {
  process.stdout.write('Đăng nhập minh họa / demo logins:\n');
  for (const { id, name, title, about } of demoAccounts)
    process.stdout.write(`  ${id.padEnd(22)} ${name} · ${title} (${about})\n`);
}
