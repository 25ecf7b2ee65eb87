import { createHash } from 'node:crypto';
import type { AggregateStore } from '@hoptac/event-store';
import type { Area, AreaTree } from '@hoptac/identity';
import type { Actor, Instant, LocalDate } from '@hoptac/kernel';
import { isDomainError } from '@hoptac/kernel';
import { identityFingerprint, type PersonVault } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import type { OrganisationCommand, OrganisationState } from '../domain/organisation.decider';
import type { OrganisationEvent, OrganisationImported } from '../domain/organisation.events';
import { AreaFinder } from './areas';
import { cellText } from './cells';
import type { Field } from './columns';
import type { ImportPlan, PlannedRow } from './plan';
import { planImport } from './plan';
import { readSheet } from './sheet';

/** How many rows are on their way to the event store at a time; more gains nothing from one client process. */
const IN_FLIGHT = 64;

export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Day the register describes; its commune names are looked up as of that day and as of today. */
  readonly asOf: LocalDate;
  /** Headers of the file that the template does not know, each with its field. */
  readonly mapping?: Readonly<Record<string, Field>>;
}

export interface ImportProgress {
  readonly total: number;
  readonly imported: number;
  /** Said the same in an earlier import. */
  readonly unchanged: number;
  /** Rows whose organisation stands in the register already and says something else there; nothing is overwritten. */
  readonly differing: readonly number[];
}

export interface PreparedImport {
  /** Same file, same id: starting it again resumes it. */
  readonly importId: string;
  readonly fileName: string;
  readonly plan: ImportPlan;
}

/** Id of an imported organisation: the same identity is the same organisation in every import. */
export const importedOrganisationId = (identity: string): string => nameId('imported-organisation', identity);

/**
 * Takes an existing register over: one event per organisation, carrying file, row and hash. The id of an organisation and of its command come from what
 * the row says it is, so that importing twice, or again after a crash half-way, records each organisation once.
 */
export class RegisterImport {
  constructor(
    private readonly organisations: AggregateStore<OrganisationState, OrganisationCommand, OrganisationEvent>,
    private readonly vault: Pick<PersonVault, 'seal' | 'fingerprint'>,
    private readonly areas: AreaTree,
  ) {}

  /** Reads the file and says what an import would do; records nothing. @throws DomainError `REGISTRY.IMPORT_…` when it is no register. */
  async prepare(file: ImportFile, today: LocalDate): Promise<PreparedImport> {
    const sheet = await readSheet(file.bytes, file.fileName, file.mapping);
    const finder = new AreaFinder(this.known(file.asOf), new AreaFinder(this.known(today)));
    const importId = nameId('register-import', createHash('sha256').update(file.bytes).digest('hex'));
    return { importId, fileName: file.fileName, plan: planImport(sheet, finder, file.mapping) };
  }

  /** Carries the plan out; `onProgress` hears of every row. Stops between rows when the signal aborts; a later run goes on from there. */
  async run(
    { importId, fileName, plan }: PreparedImport,
    by: { readonly actor: Actor; readonly now: Instant; readonly asOf: LocalDate },
    onProgress: (progress: ImportProgress) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<ImportProgress> {
    let progress: ImportProgress = { total: plan.rows.length, imported: 0, unchanged: 0, differing: [] };
    const waiting = plan.rows.values();
    let broken = false;
    const lane = async (): Promise<void> => {
      for (const row of waiting) {
        if (signal?.aborted || broken) return;
        const outcome = await this.importRow(importId, fileName, row, by);
        progress =
          outcome === 'differing'
            ? { ...progress, differing: [...progress.differing, row.number] }
            : { ...progress, [outcome]: progress[outcome] + 1 };
        onProgress(progress);
      }
    };
    const guarded = async (): Promise<void> => {
      try {
        await lane();
      } catch (error) {
        broken = true;
        throw error;
      }
    };
    // When one lane fails the others end their row first: nobody writes on after the failure was answered.
    const ended = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, guarded));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return progress;
  }

  private async importRow(
    importId: string,
    file: string,
    row: PlannedRow,
    by: { readonly actor: Actor; readonly now: Instant; readonly asOf: LocalDate },
  ): Promise<'imported' | 'unchanged' | 'differing'> {
    const rowHash = createHash('sha256')
      .update(JSON.stringify(row.cells.map(cellText)))
      .digest('hex');
    const organisationId = importedOrganisationId(row.organisation.identity);
    const commandId = nameId(organisationId, rowHash);
    const data = await this.factOf(organisationId, row, by.asOf, { importId, file, row: row.number, rowHash });
    const command = {
      type: 'ImportOrganisation',
      data,
      metadata: { now: by.now, actor: by.actor, commandId },
    } as const;
    try {
      const executed = await this.organisations.execute(organisationId, command, {
        correlationId: importId,
        expectNew: true,
      });
      return executed.repeated || executed.events.length === 0 ? 'unchanged' : 'imported';
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'REGISTRY.ALREADY_ENTERED') throw error;
      const { state } = await this.organisations.load(organisationId);
      return state.status === 'Entered' && state.source.endsWith(rowHash) ? 'unchanged' : 'differing';
    }
  }

  private async factOf(
    organisationId: string,
    { organisation }: PlannedRow,
    asOf: LocalDate,
    provenance: OrganisationImported['data']['provenance'],
  ): Promise<OrganisationImported['data']> {
    const { area, representative, gaps, legalStatus } = organisation;
    const legalRepresentative =
      representative === undefined
        ? undefined
        : await this.vault.seal(nameId(organisationId, 'legal-representative'), { ...representative });
    // An old register names persons of Việt Nam by their numbers.
    const fingerprint =
      representative?.identityNumber === undefined
        ? undefined
        : identityFingerprint(this.vault, { nationality: 'VN', identityNumber: representative.identityNumber });
    const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
      value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
    return {
      organisationId,
      ...optional('code', organisation.code),
      content: {
        kind: organisation.kind,
        name: organisation.name,
        ...optional('foreignName', organisation.foreignName),
        ...optional('abbreviation', organisation.abbreviation),
        headOffice: {
          areaCode: area.code,
          line: organisation.addressLine,
          ...optional('phone', organisation.phone),
          ...optional('email', organisation.email),
        },
        businessLines: organisation.businessLine === undefined ? [] : [{ code: organisation.businessLine, main: true }],
        ...optional('charterCapital', organisation.charterCapital),
        ...optional('officialMembers', organisation.officialMembers),
        capitalContributingAffiliates: organisation.capitalContributingAffiliates,
        nonContributingAffiliates: organisation.nonContributingAffiliates,
        ...optional('legalRepresentative', legalRepresentative),
      },
      ...optional('sector', organisation.sector),
      ...optional('registeredOn', organisation.registeredOn),
      legalStatus,
      officeId: this.areas.officeOf(area.code, asOf) ?? `office-${area.code}`,
      provenance,
      gaps,
      ...optional('representativeFingerprint', fingerprint),
    };
  }

  private known(date: LocalDate) {
    return this.areas.areasOn(date).map((area) => ({
      code: area.code,
      name: area.name,
      level: levelOf(area),
      ...(area.parent === undefined ? {} : { parentName: this.areas.find(area.parent, date)?.name ?? '' }),
    }));
  }
}

function levelOf({ kind }: Area): 'province' | 'district' | 'commune' {
  if (kind === 'province') return 'province';
  return kind === 'district' || kind === 'city' || kind === 'town' ? 'district' : 'commune';
}
