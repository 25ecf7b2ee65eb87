import { AreaFinder } from '../import/areas';
import { planImport } from '../import/plan';
import { DEMO_SECTORS, DEMO_TOTALS, demoRegister } from './demo-register';

const communes = [
  { commune: 'Xã Tân Hiệp A', district: 'Huyện Tân Hiệp' },
  { commune: 'Xã Đông Thái', district: 'Huyện An Biên' },
];
const areas = new AreaFinder(
  communes.map((place, index) => ({
    code: `c${index}`,
    name: place.commune,
    level: 'commune',
    parentName: place.district,
  })),
);

describe('the demo province', () => {
  const plan = () => {
    const { headers, rows } = demoRegister(communes);
    return planImport({ headers, rows: rows.map((cells, index) => ({ number: index + 2, cells })) }, areas);
  };

  it('is read by the import without a rejected row', () => {
    expect(plan().rejected).toEqual([]);
    expect(plan().rows).toHaveLength(DEMO_TOTALS.cooperatives);
  });

  it('keeps the figures of the seeds', () => {
    const organisations = plan().rows.map((row) => row.organisation);
    expect(organisations.reduce((sum, organisation) => sum + (organisation.officialMembers ?? 0), 0)).toBe(
      DEMO_TOTALS.members,
    );
    expect(organisations.reduce((sum, organisation) => sum + (organisation.charterCapital ?? 0), 0)).toBe(
      DEMO_TOTALS.charterCapital,
    );
    for (const sector of DEMO_SECTORS)
      expect(organisations.filter((organisation) => organisation.sector === sector.word)).toHaveLength(sector.count);
  });

  it('is the same every time', () => {
    expect(demoRegister(communes)).toEqual(demoRegister(communes));
    expect(demoRegister(communes, 1)).not.toEqual(demoRegister(communes));
  });
});
