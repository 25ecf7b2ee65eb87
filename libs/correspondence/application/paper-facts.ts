import type { Defect, DeclaredMember, DossierEvent, FiledDossier } from '@hoptac/dossiers';
import { AreaTree } from '@hoptac/identity';
import { localDateOf, notFound, type LocalDate, type Recorded } from '@hoptac/kernel';
import type { FactsByKind, PaperHead, PaperKind, PaperPerson } from '@hoptac/papers';
import { PersonVault } from '@hoptac/personal-data';
import { fullName, type Sealed } from '@hoptac/registry';
import { remediesAgainst, rulebookOfVersion, termTextVi, type Rulebook } from '@hoptac/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import type { DossierAsOf } from './dossier-history';
import { areaLine, countryName, numberOf, officeName, POSITIONS, subjectName } from './paper-words';

/** Under what a paper was printed: all that its bytes depend on beside the dossier's facts. */
export interface Printing {
  readonly occurrence: number;
  readonly rulebookVersion: string;
  readonly publicUrl: string;
}

type FactOf<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>['data'];

/** Gathers what a paper says: the dossier's facts up to its revision, names of areas as of that day, rules as of that version, persons opened for the printing alone. */
@Injectable()
export class PaperFacts {
  constructor(
    @Inject(AreaTree) private readonly areas: AreaTree,
    private readonly vault: PersonVault,
  ) {}

  /**
   * @throws DomainError `CORRESPONDENCE.PERSON_ERASED` (not-found) when a person whom the paper names was erased; `RULEBOOK.VERSION_NOT_SHIPPED`.
   */
  async of<K extends PaperKind>(kind: K, dossier: DossierAsOf, printing: Printing): Promise<FactsByKind[K]> {
    const rulebook = rulebookOfVersion(printing.rulebookVersion);
    const head = this.head(kind, dossier, printing, rulebook);
    return (await this.content(kind, head, dossier, printing, rulebook)) as FactsByKind[K];
  }

  private async content(
    kind: PaperKind,
    head: PaperHead,
    dossier: DossierAsOf,
    printing: Printing,
    rulebook: Rulebook,
  ): Promise<FactsByKind[PaperKind]> {
    const { state } = dossier;
    const { application, caseCode } = state;
    const ofCase = {
      ...head,
      caseCode,
      organisationName: fullName(application.kind, application.ownName),
      receivedOn: localDateOf(state.receivedAt),
    };
    const contact = this.contact(state, head.date);
    switch (kind) {
      case 'receipt': {
        return {
          ...ofCase,
          ...contact,
          representative: (await this.representative(state)).fullName,
          procedure: rulebook.procedure('P01', state.regime).nameVi,
          channel: factOf(dossier.facts, 'DossierFiled').channel,
          receivedAt: dossier.fact.metadata.occurredAt,
          documents: state.documents.map(({ kind: document, fileName }) => ({
            name: subjectName(`document:${document}`, rulebook),
            fileName,
          })),
          due: state.due,
          trackAddress: `${printing.publicUrl}/tra-cuu/${encodeURIComponent(caseCode)}`,
          filing: state.round + 1,
        };
      }
      case 'foundingRequest':
        return {
          ...ofCase,
          ...contact,
          kind: application.kind,
          ...optional('foreignName', application.foreignName),
          ...optional('abbreviation', application.abbreviation),
          businessLines: application.businessLines,
          charterCapital: application.charterCapital,
          members: await Promise.all(application.members.map((member) => this.member(member))),
          representative: await this.representative(state),
          governance: application.governance,
          conference: application.conference,
        };
      case 'correctionNotice': {
        const { defects, due } = factOf(dossier.facts, 'DossierCorrectionRequested');
        const named = (defect: Defect) => ({ ...defect, subject: subjectName(defect.subject, rulebook) });
        return { ...ofCase, defects: defects.map(named), due };
      }
      case 'refusal': {
        const { ground, reason, article } = factOf(dossier.facts, 'DossierRefused');
        const grounds = rulebook.procedure('P01', state.regime).refusalGrounds;
        const known = grounds.find((rule) => rule.ground === ground);
        const remedies = known === undefined ? [] : remediesAgainst(rulebook, known.ground, state.regime);
        return {
          ...ofCase,
          ground: known?.textVi ?? ground,
          reason,
          article,
          remedies: remedies.map(({ textVi: text, within, article: says, evidence }) => ({
            text,
            ...optional('within', within && termTextVi(within)),
            article: says,
            evidence,
          })),
        };
      }
      case 'withdrawalConfirmation': {
        const request = recordedOf(dossier.facts, 'DossierWithdrawalRequested');
        return {
          ...ofCase,
          requestedOn: localDateOf(request.metadata.occurredAt),
          reason: (request.event.data as FactOf<'DossierWithdrawalRequested'>).reason,
        };
      }
      case 'apology': {
        const late = dossier.fact.event;
        if (late.type !== 'DossierDelayExplained') {
          const { what, dueOn } = factOf(dossier.facts, 'DossierDeadlinePassed');
          return { ...ofCase, what, dueOn };
        }
        const { what, dueOn, reason, answerBy } = late.data;
        const owed = what === 'withdrawal' ? what : 'decision';
        return { ...ofCase, what: owed, dueOn, reason, ...optional('newDueOn', answerBy) };
      }
      case 'certificate': {
        const { code, certificateToken } = factOf(dossier.facts, 'DossierCertificateIssued');
        return {
          ...head,
          ...contact,
          kind: application.kind,
          code,
          name: ofCase.organisationName,
          ...optional('foreignName', application.foreignName),
          ...optional('abbreviation', application.abbreviation),
          charterCapital: application.charterCapital,
          representative: await this.representative(state),
          verifyAddress: `${printing.publicUrl}/xac-thuc/${certificateToken}`,
          token: certificateToken,
        };
      }
    }
  }

  /** Who signs what: receipts are the system's, notices the officer's who asked, decisions the head's who decided. */
  private head(
    kind: PaperKind,
    { fact, facts, state }: DossierAsOf,
    printing: Printing,
    rulebook: Rulebook,
  ): PaperHead {
    const at = fact.metadata.occurredAt;
    const date = localDateOf(at);
    const officeId = kind === 'receipt' ? state.receivingOfficeId : state.decidingOfficeId;
    const form = rulebook.valueInRegime(`paperForm.${kind}`, state.regime);
    // The certificate's own fact is the workflow's; it was granted by the head.
    const granted = kind === 'certificate' ? recordedOf(facts, 'DossierGranted') : fact;
    return {
      office: officeName(this.areas, officeId, date),
      place: this.areas.find(this.areas.areaOfOffice(officeId), date)?.name ?? '',
      number:
        kind === 'certificate'
          ? factOf(facts, 'DossierCertificateIssued').certificateNumber
          : numberOf(kind, state.caseCode, printing.occurrence),
      date,
      at,
      form: { article: form.article, evidence: form.evidence, ...optional('code', form.value.code) },
      signer: { position: POSITIONS[kind], account: granted.metadata.recordedBy.personId },
    };
  }

  private contact({ application }: FiledDossier, on: LocalDate) {
    const { areaCode, line, phone, email } = application.headOffice;
    return {
      address: `${line}, ${areaLine(this.areas, areaCode, on)}`,
      ...optional('phone', phone),
      ...optional('email', email),
    };
  }

  private async member({ person, memberKind, contribution }: DeclaredMember) {
    return { person: await this.person(person), kind: memberKind, contribution };
  }

  private representative({ application }: FiledDossier): Promise<PaperPerson> {
    const { members, legalRepresentativeId } = application;
    const found = members.find(({ person }) => person.personId === legalRepresentativeId);
    if (found === undefined) throw notFound('CORRESPONDENCE.PERSON_ERASED', 'The dossier names no representative');
    return this.person(found.person);
  }

  private async person(sealed: Sealed): Promise<PaperPerson> {
    const record = await this.vault.open(sealed);
    if (record === null) throw notFound('CORRESPONDENCE.PERSON_ERASED', 'A person whom the paper names was erased');
    const text = (field: string): string | undefined => {
      const value = record[field];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    return {
      fullName: text('fullName') ?? '',
      identityNumber: text('identityNumber') ?? '',
      nationality: countryName(text('nationality') ?? ''),
      ...optional('dateOfBirth', text('dateOfBirth')),
      ...optional('residence', text('residence')),
      ...optional('phone', text('phone')),
    };
  }
}

/** The latest fact of the type, as recorded. @throws Error when there is none: the paper is owed by a fact that is not there. */
function recordedOf(facts: DossierAsOf['facts'], type: DossierEvent['type']): Recorded<DossierEvent> {
  const found = facts.findLast(({ event }) => event.type === type);
  if (found === undefined) throw new Error(`The dossier has no ${type}`);
  return found;
}

const factOf = <T extends DossierEvent['type']>(facts: DossierAsOf['facts'], type: T): FactOf<T> =>
  recordedOf(facts, type).event.data as FactOf<T>;

const optional = <N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [K in N]?: V });
