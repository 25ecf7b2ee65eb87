import { AreaTree } from '@hoptac/identity';
import { CLOCK, systemActor } from '@hoptac/kernel';
import type { Clock, LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import type { PreparedImport } from '@hoptac/registry';
import {
  OrganisationStore,
  RegisterImport,
  demoRegister,
  followReform,
  importedOrganisationId,
} from '@hoptac/registry';
import type { INestApplicationContext } from '@nestjs/common';
import { ProgressLine } from '../progress-line';

/** Day that the demo register describes: the province's plan counts to the end of July 2020. */
const REGISTER_DAY: LocalDate = '2020-07-31';
const REFORM = { effectiveOn: '2025-07-01', ground: 'Nghị quyết 1654/NQ-UBTVQH15' } as const;
const ACTOR = systemActor('demo');
const AT_ONCE = 32;

/** The register of Kiên Giang in 2020 through the same import as any other, then the reform of 1 July 2025 as facts of that day. */
export async function loadDemoRegister(house: INestApplicationContext): Promise<void> {
  const areas = house.get(AreaTree, { strict: false });
  const organisations = house.get(OrganisationStore, { strict: false });
  const now = house.get<Clock>(CLOCK, { strict: false }).now();
  const importing = new RegisterImport(organisations, house.get(PersonVault, { strict: false }), areas);
  const prepared = await importing.prepare(
    { bytes: demoCsv(areas), fileName: 'so-dang-ky-minh-hoa-2020.csv', asOf: REGISTER_DAY },
    REGISTER_DAY,
  );
  const line = new ProgressLine('Nạp sổ đăng ký minh họa / demo register', prepared.plan.rows.length);
  await importing.run(prepared, { actor: ACTOR, now, asOf: REGISTER_DAY }, ({ imported, unchanged, differing }) => {
    line.show(imported + unchanged + differing.length);
  });
  line.end();
  await reform(prepared, organisations, areas, now);
}

async function reform(
  prepared: PreparedImport,
  organisations: OrganisationStore,
  areas: AreaTree,
  now: ReturnType<Clock['now']>,
): Promise<void> {
  const line = new ProgressLine('Sắp xếp địa giới 01/07/2025 / boundary reform', prepared.plan.rows.length);
  let done = 0;
  const waiting = prepared.plan.rows.values();
  const lane = async (): Promise<void> => {
    for (const { organisation } of waiting) {
      await followReform(organisations, areas, importedOrganisationId(organisation.identity), REFORM, {
        actor: ACTOR,
        now,
      });
      line.show((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  line.end();
}

/** The demo register as the file that a province would hand over. */
function demoCsv(areas: AreaTree): Uint8Array {
  const communes = areas
    .areasOn(REGISTER_DAY)
    .filter((area) => ['commune', 'ward', 'townlet'].includes(area.kind))
    .map((area) => ({ commune: area.name, district: areas.find(area.parent ?? '', REGISTER_DAY)?.name ?? '' }));
  const { headers, rows } = demoRegister(communes);
  const quote = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;
  return new TextEncoder().encode([headers, ...rows].map((row) => row.map(quote).join(',')).join('\r\n'));
}
