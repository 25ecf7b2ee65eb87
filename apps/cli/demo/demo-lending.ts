import {
  Persona,
  appraisalBody,
  fileFounding,
  foundLendingFund,
  granted,
  loanApplicationBody,
  uploadLoanPapers,
} from '@hoptac/demo';
import { localDateOf } from '@hoptac/kernel';
import type { Instant, LocalDate } from '@hoptac/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProgressLine } from '../progress-line';

/** Days in the bodies are fixed, so that loading again sends the same bodies under the same keys. */
const FROM: LocalDate = '2026-01-05';
const PLANNED: LocalDate = '2026-11-23';

/** The figures of Sóc Trăng's fund: 2.5 billion from April 2010, 5 from May 2011; today's law wants 20 (D45 Art. 37). */
const FUND = {
  name: 'Quỹ hỗ trợ phát triển hợp tác xã tỉnh An Giang (minh họa)',
  capital: [
    { on: '2010-04-01', amount: 2_500_000_000 },
    { on: '2011-05-01', amount: 2_500_000_000 },
  ],
} as const;

/** Applications of the demo cooperatives that are registered, by name and key of their founding, and how far each goes. */
const LOANS = [
  { ownName: 'Nước mắm Hòn Tre', founding: 'demo-case-05-filing', amount: 300_000_000, stage: 'contracted' },
  { ownName: 'Muối sạch Tà Niên', founding: 'demo-case-12-filing', amount: 400_000_000, stage: 'voting' },
  { ownName: 'Nước mắm Hòn Tre', founding: 'demo-case-05-filing', amount: 180_000_000, stage: 'submitted' },
] as const;

type Cast = Readonly<
  Record<'applicant' | 'officer' | 'otherOfficer' | 'director' | 'treasurer' | 'administrator', Persona>
>;
interface LoanPage {
  readonly status: string;
}

/** A fund with its rules, and applications at three stages. Loading again does nothing twice. */
export async function fileDemoLending(addresses: { readonly api: string; readonly issuer: string }): Promise<void> {
  const who = (id: string): Promise<Persona> => Persona.signIn(addresses, id);
  const cast: Cast = {
    applicant: await who('demo-applicant-1'),
    officer: await who('demo-fund-officer-1'),
    otherOfficer: await who('demo-fund-officer-2'),
    director: await who('demo-fund-director-1'),
    treasurer: await who('demo-fund-treasurer-1'),
    administrator: await who('demo-administrator-1'),
  };
  const line = new ProgressLine('Quỹ hỗ trợ và hồ sơ vay / fund and loan applications', LOANS.length + 1);
  const fundId = await foundLendingFund(cast, FUND, FROM, 'demo-support-fund');
  line.show(1);
  for (const [index, loan] of LOANS.entries()) {
    await bringTo(loan, fundId, `demo-loan-${String(index).padStart(2, '0')}`, cast);
    line.show(index + 2);
  }
  line.end();
}

async function bringTo(
  { ownName, founding, amount, stage }: (typeof LOANS)[number],
  fundId: string,
  key: string,
  cast: Cast,
): Promise<void> {
  const { applicant, officer, otherOfficer, director } = cast;
  const organisation = await organisationOf(applicant, ownName, founding);
  const body = loanApplicationBody(fundId, organisation, amount, PLANNED, await uploadLoanPapers(applicant));
  const path = '/api/support-fund/applications';
  const { id, position } = granted(
    await applicant.post<{ id: string; position: string }>(path, body, { key: `${key}-submission` }),
  );
  const { status } = granted(await applicant.get<LoanPage>(`${path}/${id}?after=${position}`));
  const step = async (person: Persona, name: string, said: unknown): Promise<void> => {
    granted(await person.post(`${path}/${id}/${name}`, said, { key: `${key}-${name}-step` }));
  };
  if (stage === 'submitted' || status !== 'Submitted') return;
  await step(officer, 'checks', { outcome: 'complete' });
  await step(officer, 'claims', {});
  await step(officer, 'appraisals', appraisalBody(amount, PLANNED));
  if (stage === 'voting') return;
  await step(director, 'decisions', { outcome: 'approve', reason: 'Phương án khả thi, đủ bảo đảm' });
  const { now } = granted(await director.get<{ now: Instant }>('/api/clock'));
  const today = localDateOf(now);
  await step(director, 'contracts', { signedOn: today });
  const securities = [{ kind: 'landUseRight', registration: 'BĐ-91-0077', registeredOn: today }];
  await step(otherOfficer, 'securities', { securities });
}

/** The organisation that a demo founding led to. @throws Error when it is not registered within half a minute. */
async function organisationOf(applicant: Persona, ownName: string, founding: string): Promise<string> {
  const { id } = granted(await fileFounding(applicant, { ownName }, founding));
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const page = await applicant.get<{ certificate?: { organisationId: string } }>(`/api/dossiers/${id}`);
    if (page.body.certificate !== undefined) return page.body.certificate.organisationId;
    await sleep(200);
  }
  throw new Error(`${ownName} is not registered; see \`hoptac cases stuck\``);
}
