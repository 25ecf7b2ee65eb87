import { actingAs, AreaTree, assertMay, recordedActor, type AuthenticatedActor } from '@hoptac/identity';
import {
  brokenRule,
  CLOCK,
  forbidden,
  invalidInput,
  localDateOf,
  type Actor,
  type Clock,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  beginningOf,
  caseCodeStreamId,
  codeOf,
  dossierDecider,
  paperDayMustBePlausible,
  type FileDossier,
} from '../domain';
import { DeclarationSealer, type DeclaredVersion } from './declaration';
import { DossierPapers } from './dossier-papers';
import { LegalTerms } from './legal-terms';
import { answerOf, optionsOf, type Press, type StepAnswer } from './step';
import { CaseCodeStore, DossierStore } from './stores';

/** What is handed in, and how. */
export interface Filing extends DeclaredVersion {
  readonly channel: 'online' | 'office' | 'post';
  /** Account for whom the desk files; absent: oneself online, nobody's account on paper. */
  readonly applicantId?: string;
  /** Day on which a paper dossier reached the office, where it is entered later — ngày nhận hồ sơ theo dấu bưu điện, dấu đến. */
  readonly receivedOn?: LocalDate;
}

/** Receives dossiers of founding registration (P01; D295 Art. 4.7, 19; L23 Art. 41–42). */
@Injectable()
export class FileDossierHandler {
  constructor(
    private readonly dossiers: DossierStore,
    private readonly codes: CaseCodeStore,
    private readonly sealer: DeclarationSealer,
    private readonly papers: DossierPapers,
    private readonly terms: LegalTerms,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The same press gives the same dossier under the same code.
   * @throws DomainError `IDENTITY.NOT_PERMITTED`, `DOSSIERS.DESK_ONLY`, `DOSSIERS.AREA_UNKNOWN`, `DOSSIERS.DOCUMENT_UNKNOWN`, `DOSSIERS.DOCUMENT_MISSING`; the errors of calendar and event store.
   */
  async file(filing: Filing, press: Press): Promise<StepAnswer> {
    const now = this.clock.now();
    const dossierId = nameId('dossier', press.commandId);
    const actor = this.receivedBy(filing, press.actor, now);
    const command = await this.commandOf(dossierId, filing, press.commandId, actor, now);
    // A filing that would be refused takes no number.
    dossierDecider.decide(command, dossierDecider.initialState());
    const caseCode = await this.codeFor(dossierId, command);
    const executed = await this.dossiers.execute(
      dossierId,
      { ...command, data: { ...command.data, caseCode } },
      {
        ...optionsOf(dossierId, press, this.terms.rulebook.version, ['L23 Art. 42', 'D295 Art. 19'], filing.receivedOn),
        expectNew: true,
      },
    );
    return answerOf(executed);
  }

  /** Who files online files for himself; what comes over the counter or by post is entered by the one-stop desk (D295 Art. 19). */
  private receivedBy(filing: Filing, actor: AuthenticatedActor, now: Instant): Actor {
    const forHimself = filing.applicantId === undefined || filing.applicantId === actor.personId;
    if (filing.channel === 'online' && forHimself) {
      return assertMay(actor, 'dossiers.file', { ownerId: actor.personId }, localDateOf(now), this.areas);
    }
    const desk = actor.assignments.find(({ role }) => role === 'clerk');
    if (desk === undefined)
      throw forbidden('DOSSIERS.DESK_ONLY', 'Only the one-stop desk files for others', {}, ['D295 Art. 19']);
    return recordedActor(actingAs(actor, desk));
  }

  /** The day by law of a paper dossier, where it is not today; what comes online comes now. @throws DomainError `DOSSIERS.PAPER_DAY_…`. */
  private receivedOn({ channel, receivedOn, application }: Filing, today: LocalDate): LocalDate | undefined {
    if (receivedOn === undefined) return undefined;
    if (channel === 'online')
      throw invalidInput('DOSSIERS.PAPER_DAY_ONLINE', 'What comes online is received when it comes');
    const notBefore = application.conference.heldOn;
    paperDayMustBePlausible(receivedOn, { ...this.terms.paperDays(today), notBefore });
    return receivedOn === today ? undefined : receivedOn;
  }

  private async commandOf(
    dossierId: string,
    filing: Filing,
    commandId: string,
    actor: Actor,
    now: Instant,
  ): Promise<FileDossier> {
    const today = localDateOf(now);
    const receivedOn = this.receivedOn(filing, today);
    const regime = this.terms.regimeOn(receivedOn ?? today);
    const { areaCode } = filing.application.headOffice;
    const decidingOfficeId = this.areas.find(areaCode, today) && this.areas.officeOf(areaCode, today);
    if (decidingOfficeId === undefined) throw unknownArea(areaCode);
    const application = await this.sealer.seal(dossierId, 0, filing.application);
    return {
      type: 'FileDossier',
      data: {
        dossierId,
        caseCode: '',
        regime,
        channel: filing.channel,
        receivingOfficeId: filing.channel === 'online' ? decidingOfficeId : (actor.officeId ?? decidingOfficeId),
        decidingOfficeId,
        applicantId: filing.applicantId ?? (filing.channel === 'online' ? actor.personId : `paper:${dossierId}`),
        application,
        documents: await this.papers.accept(filing.documents, actor.personId),
        requiredDocuments: this.terms.requiredDocuments(application, regime).map(({ kind }) => kind),
        ...(receivedOn === undefined ? {} : { receivedAt: beginningOf(receivedOn) }),
        due: await this.terms.due('decision', regime, decidingOfficeId, now, receivedOn),
      },
      metadata: { now, actor, commandId },
    };
  }

  private async codeFor(dossierId: string, { data, metadata }: FileDossier): Promise<string> {
    const officeId = this.areas.areaOfOffice(data.receivingOfficeId);
    const on = localDateOf(metadata.now);
    const { state } = await this.codes.execute(
      caseCodeStreamId(officeId, on),
      {
        type: 'AllocateCaseCode',
        data: { dossierId, shape: this.terms.caseCodeShape(data.regime), officeId, on },
        metadata: { ...metadata, commandId: `${metadata.commandId}/case-code` },
      },
      { correlationId: dossierId, causationId: metadata.commandId },
    );
    const caseCode = codeOf(state, dossierId);
    if (caseCode === undefined) throw new Error(`No case code for ${dossierId}`);
    return caseCode;
  }
}

const unknownArea = (areaCode: string) =>
  brokenRule('DOSSIERS.AREA_UNKNOWN', `No commune ${areaCode} today`, { areaCode }, ['D295 Art. 5']);
