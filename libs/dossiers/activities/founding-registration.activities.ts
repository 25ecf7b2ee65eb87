import { AreaTree } from '@hoptac/identity';
import { localDateOf, systemActor } from '@hoptac/kernel';
import {
  BindingIndex,
  fullName,
  organisationIdOf,
  OrganisationNames,
  OrganisationRegister,
  type RegisteredContent,
  type WorkingContext,
} from '@hoptac/registry';
import { Inject, Injectable } from '@nestjs/common';
import type {
  CaseCommand,
  CommandAnswer,
  FoundingRegistrationCommands,
} from '@workflows/founding-registration/founding-registration.contract';
import { LegalTerms } from '../application/legal-terms';
import { fingerprintOf, representativeFindings } from '../application/representative';
import { DossierStore } from '../application/stores';
import { checkFounding, type DossierCommand, type FiledDossier, type FoundingApplication } from '../domain';
import {
  dossierMustBeFiled,
  dossierMustBeGranted,
  dossierMustNotBeClosed,
  taxCodeMustBeReceived,
} from '../domain/dossier.rules';
import { executionOf } from './execution';

const ACTOR = systemActor('registration');

/** What the procedure does by itself between people's steps; each is one command under an id of the workflow's making. */
@Injectable()
export class FoundingRegistrationActivities implements FoundingRegistrationCommands {
  constructor(
    private readonly dossiers: DossierStore,
    private readonly terms: LegalTerms,
    private readonly names: OrganisationNames,
    private readonly register: OrganisationRegister,
    private readonly bindings: BindingIndex,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {}

  /** Holds the name declared, frees those of earlier rounds, and records what the checks of the round find (L23 Art. 42.4, 50). */
  async checkDossier(command: CaseCommand): Promise<CommandAnswer> {
    const dossier = await this.filed(command.caseId);
    // A try that comes late must not hold a name for a case that has ended.
    dossierMustNotBeClosed(dossier);
    const { application, round } = dossier;
    const context = contextOf(command);
    await this.releaseNames(
      dossier,
      dossier.declaredNames.filter((name) => name !== application.ownName),
      'Tên trong hồ sơ đã thay đổi',
      context,
    );
    const examined = await this.names.examine(application.ownName);
    const holder = { type: 'dossier', id: dossier.dossierId } as const;
    const reserved =
      examined.formFault === undefined &&
      (await this.names.reserve(application.ownName, application.kind, holder, context));
    const receivedOn = localDateOf(dossier.receivedAt);
    const results = checkFounding({
      application,
      documents: dossier.documents,
      decidingOfficeId: dossier.decidingOfficeId,
      officeOfHeadOffice: this.areas.officeOf(application.headOffice.areaCode, receivedOn),
      law: this.terms.checkLaw(application, dossier.regime),
      name: { ...examined, reserved },
      representative: await representativeFindings(this.bindings, application, organisationIdOf(dossier.dossierId)),
    });
    return this.record(command, { type: 'RecordChecks', data: { round, results, nameReserved: reserved } }, [
      'L23 Art. 42.4',
      'L23 Art. 50',
    ]);
  }

  async lapseDossier(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, { type: 'LapseDossier', data: {} }, ['D295 Art. 19.6', 'D295 Art. 30.4']);
  }

  async markDeadlinePassed(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, { type: 'MarkDeadlinePassed', data: {} }, ['L23 Art. 42.4', 'D295 Art. 21']);
  }

  async remindOfDeadline(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, { type: 'RemindOfDeadline', data: {} }, []);
  }

  async escalateDossier(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, { type: 'EscalateDossier', data: {} }, ['L23 Art. 42.4']);
  }

  /** First the register, then the dossier: a crash between the two is made good by the next try, which finds the organisation entered. */
  async registerOrganisation(command: CaseCommand): Promise<CommandAnswer> {
    const dossier = await this.filed(command.caseId);
    if (dossier.status !== 'Registered') dossierMustBeGranted(dossier);
    taxCodeMustBeReceived(dossier);
    const { organisationId, code, certificate } = await this.register.register(
      {
        dossierId: dossier.dossierId,
        taxCode: dossier.taxCode,
        content: contentOf(dossier.application),
        officeId: dossier.decidingOfficeId,
        ...fingerprintOf(dossier.application),
        publicationDueOn: this.publication(dossier, command).dueOn,
      },
      contextOf(command),
    );
    const issued = {
      organisationId,
      code,
      certificateNumber: certificate.number,
      certificateToken: certificate.token,
      issuedOn: certificate.issuedOn,
    };
    return this.record(command, { type: 'RecordCertificate', data: issued }, ['L23 Art. 42.4', 'L23 Art. 45']);
  }

  /** Công bố nội dung đăng ký: what the certificate says is there for everybody to read (L23 Art. 49). */
  async publishRegistration(command: CaseCommand): Promise<CommandAnswer> {
    const { state, revision } = await this.dossiers.load(command.caseId);
    dossierMustBeFiled(state);
    await this.register.publish(command.caseId, this.publication(state, command), contextOf(command));
    return { revision };
  }

  /** From the day on which the dossier was accepted; a step tried again later counts from the same day. */
  private publication({ regime, acceptedOn }: FiledDossier, { now }: CaseCommand) {
    const today = localDateOf(now);
    return this.terms.publication(regime, acceptedOn ?? today, today);
  }

  async releaseName(command: CaseCommand): Promise<CommandAnswer> {
    const dossier = await this.filed(command.caseId);
    await this.releaseNames(
      dossier,
      dossier.declaredNames,
      'Hồ sơ kết thúc không có Giấy chứng nhận',
      contextOf(command),
    );
    const { revision } = await this.dossiers.load(command.caseId);
    return { revision };
  }

  private async releaseNames(
    dossier: FiledDossier,
    names: readonly string[],
    reason: string,
    context: WorkingContext,
  ): Promise<void> {
    for (const name of names) await this.names.release(name, dossier.dossierId, reason, context);
  }

  private async filed(dossierId: string): Promise<FiledDossier> {
    const { state } = await this.dossiers.load(dossierId);
    dossierMustBeFiled(state);
    return state;
  }

  private async record(
    command: CaseCommand,
    order: Pick<DossierCommand, 'type' | 'data'>,
    legalBasis: readonly string[],
  ): Promise<CommandAnswer> {
    const { now, commandId, caseId } = command;
    const recorded = { ...order, metadata: { now, actor: ACTOR, commandId } } as DossierCommand;
    const { revision } = await this.dossiers.execute(
      caseId,
      recorded,
      executionOf(command, this.terms.rulebook.version, legalBasis),
    );
    return { revision };
  }
}

const contextOf = ({ commandId, now, caseId }: CaseCommand): WorkingContext => ({
  commandId,
  now,
  actor: ACTOR,
  correlationId: caseId,
});

/** What the register will say — nội dung Giấy chứng nhận và Cơ sở dữ liệu (L23 Art. 45, 49). */
function contentOf(application: FoundingApplication): RegisteredContent {
  const count = (kind: string): number => application.members.filter((member) => member.memberKind === kind).length;
  const representative = application.members.find(
    ({ person }) => person.personId === application.legalRepresentativeId,
  );
  const { kind, foreignName, abbreviation, headOffice, businessLines, charterCapital } = application;
  return {
    kind,
    name: fullName(kind, application.ownName),
    ...(foreignName === undefined ? {} : { foreignName }),
    ...(abbreviation === undefined ? {} : { abbreviation }),
    headOffice,
    businessLines,
    charterCapital,
    officialMembers: count('official'),
    capitalContributingAffiliates: count('capitalContributing'),
    nonContributingAffiliates: count('nonContributing'),
    ...(representative === undefined ? {} : { legalRepresentative: representative.person }),
  };
}
