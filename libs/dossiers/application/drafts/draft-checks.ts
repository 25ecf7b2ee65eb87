import { AreaTree } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock } from '@hoptac/kernel';
import { identityFingerprint, PersonVault } from '@hoptac/personal-data';
import { fieldSentence, type WrongField } from '@hoptac/platform';
import { BindingIndex, OrganisationNames } from '@hoptac/registry';
import { Inject, Injectable } from '@nestjs/common';
import { checkFounding, proposeBeneficialOwners, type CheckResult, type FoundingApplication } from '../../domain';
import { readVersion } from '../../http/version-reading';
import type { Declaration } from '../declaration';
import { LegalTerms } from '../legal-terms';
import { representativeFindings } from '../representative';
import { PRINTED_KINDS } from './printed-papers';
import { sentMembers, versionOf, type DraftForm } from './draft-form';
import {
  DRAFT_SECTIONS,
  isBegun,
  sectionOfCheck,
  sectionOfField,
  type DraftSection,
  type FieldFinding,
  type SectionFindings,
  type SectionState,
} from './draft-sections';

/** What stands in the way of filing, and what the law asks of this very form. */
export interface DraftFindings {
  readonly sections: readonly SectionFindings[];
  /** True when the form can be filed; what checks find does not keep anybody from filing. */
  readonly complete: boolean;
  /** Papers that the law lists for this form, and whether the house prints them from the data (L23 Art. 42.2). */
  readonly papers: readonly { readonly kind: string; readonly article: string; readonly printed: boolean }[];
  /** Beneficial owners as the shares say, by key of the member. */
  readonly proposedOwners: readonly {
    readonly member: string;
    readonly ground: string;
    readonly shareBasisPoints?: number;
  }[];
  /** Office that would decide (D295 Art. 4.7). */
  readonly decidingOfficeId?: string;
}

/** What the checks look at before anything is sealed: persons by the key of their row. */
type Unsealed = Partial<Declaration> & Pick<Declaration, 'members' | 'conference'>;

/** Looks at a draft with the eyes of the procedure: the same rules of form, the same checks, the same comparison of names as after filing. */
@Injectable()
export class DraftChecks {
  constructor(
    private readonly terms: LegalTerms,
    private readonly names: OrganisationNames,
    private readonly bindings: BindingIndex,
    private readonly vault: PersonVault,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async findings(form: DraftForm): Promise<DraftFindings> {
    const body = versionOf(form);
    const { wrong } = readVersion(body);
    const application = unsealed(form, body['application'] as Unsealed, this.vault);
    const today = localDateOf(this.clock.now());
    const regime = this.terms.regimeOn(today);
    const office =
      form.areaCode === undefined || this.areas.find(form.areaCode, today) === undefined
        ? undefined
        : this.areas.officeOf(form.areaCode, today);
    const law = this.terms.checkLaw(application, regime);
    const uploaded = (form.documents ?? []).map((document) => ({ ...document, mediaType: '', size: 0 }));
    const printed = PRINTED_KINDS.filter((kind) => !uploaded.some((document) => document.kind === kind));
    const results = checkFounding({
      application,
      documents: [...uploaded, ...printed.map((kind) => ({ kind, sha256: '', fileName: '', mediaType: '', size: 0 }))],
      decidingOfficeId: office ?? '',
      officeOfHeadOffice: office,
      law,
      name: {
        ...(await this.names.examine(application.ownName)),
        reserved: await this.names.isFree(application.ownName),
      },
      representative: await representativeFindings(this.bindings, application, ''),
    });
    const proposed =
      law.beneficialOwnerShare === undefined
        ? []
        : proposeBeneficialOwners(application, law.beneficialOwnerShare.value);
    return {
      sections: DRAFT_SECTIONS.map((section) => sectionFindings(section, form, body, wrong, results)),
      complete: wrong.length === 0,
      papers: law.requiredDocuments.map(({ kind, article }) => ({
        kind,
        article,
        printed: PRINTED_KINDS.includes(kind),
      })),
      proposedOwners: proposed.map(({ personId, ground, shareBasisPoints }) => ({
        member: personId,
        ground,
        ...(shareBasisPoints === undefined ? {} : { shareBasisPoints }),
      })),
      ...(office === undefined ? {} : { decidingOfficeId: office }),
    };
  }
}

function sectionFindings(
  section: DraftSection,
  form: DraftForm,
  body: object,
  wrong: readonly WrongField[],
  results: readonly CheckResult[],
): SectionFindings {
  const begun = isBegun(section, form);
  const fields = findingsOf(
    wrong.filter((field) => sectionOfField(field) === section),
    body,
  );
  const checks = begun
    ? results.filter((result) => result.outcome !== 'passed' && sectionOfCheck(result) === section)
    : [];
  return { section, state: stateOf(begun, fields, checks), fields, checks };
}

function stateOf(begun: boolean, fields: readonly FieldFinding[], checks: readonly CheckResult[]): SectionState {
  if (!begun) return 'empty';
  if (fields.some(({ missing }) => !missing)) return 'wrong';
  if (fields.length > 0) return 'started';
  return checks.some(({ outcome }) => outcome === 'failed') ? 'wrong' : 'done';
}

/** One finding per field: that it is missing says enough of a missing one. */
function findingsOf(wrong: readonly WrongField[], body: object): readonly FieldFinding[] {
  const byPointer = new Map<string, FieldFinding>();
  for (const field of wrong) {
    const missing = valueAt(body, field.pointer) === undefined;
    const told = missing ? { ...field, constraint: 'isDefined', english: 'Please fill this in.' } : field;
    if (!byPointer.has(field.pointer))
      byPointer.set(field.pointer, {
        pointer: field.pointer,
        missing,
        vi: fieldSentence(told, 'vi'),
        en: fieldSentence(told, 'en'),
      });
  }
  return [...byPointer.values()];
}

const valueAt = (body: object, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], body);

const whole = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0);

/** The application as the checks see it; whoever is named is named by the key of the row, and nothing leaves this process. */
function unsealed(form: DraftForm, said: Unsealed, vault: PersonVault): FoundingApplication {
  const keys = sentMembers(form).map(({ key }) => key);
  const keyOf = ({ member }: { readonly member?: number }): string => keys[member ?? -1] ?? '';
  const { conference, elected, beneficialOwners, ...rest } = said;
  const figures = Object.fromEntries(
    Object.entries(conference).map(([field, value]) => [field, field.endsWith('On') ? value : whole(value)]),
  );
  const application = {
    ...rest,
    kind: said.kind ?? 'cooperative',
    ownName: said.ownName ?? '',
    headOffice: { ...said.headOffice, areaCode: form.areaCode ?? '', line: form.line ?? '' },
    charterCapital: whole(said.charterCapital),
    governance: said.governance ?? 'full',
    conference: { heldOn: '', foundersInvited: 0, foundersAttended: 0, votesForCharter: 0, ...figures },
    members: said.members.map(({ person, memberKind, contribution, organisationCode }, place) => ({
      person: { personId: keys[place] ?? '', box: '' },
      memberKind,
      contribution: whole(contribution),
      foreign: (person?.nationality ?? 'VN') !== 'VN',
      ...(organisationCode === undefined ? {} : { organisationCode }),
      ...(person?.identityNumber === undefined ? {} : { identityFingerprint: identityFingerprint(vault, person) }),
    })),
    legalRepresentativeId: keys.find((key) => key === form.representative) ?? '',
  };
  return {
    ...application,
    elected: elected?.map((one) => ({ personId: keyOf(one), office: one.office, votesFor: whole(one.votesFor) })),
    beneficialOwners: beneficialOwners?.map((one) => ({ personId: keyOf(one), ground: one.ground })),
  } as FoundingApplication;
}
