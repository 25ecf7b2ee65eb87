import { AreaTree, loadAreas } from '@hoptac/identity';
import { PersonalDataModule } from '@hoptac/personal-data';
import { RegistryModule } from '@hoptac/registry';
import { Module, type DynamicModule } from '@nestjs/common';
import { DeadlineSuspensionActivities } from './activities/deadline-suspension.activities';
import { DraftKeepingActivities } from './activities/draft-keeping.activities';
import { FoundingRegistrationActivities } from './activities/founding-registration.activities';
import { HttpTaxAuthority } from './activities/http-tax-authority';
import { TaxAuthority } from './activities/tax-authority';
import { TaxCodeActivities } from './activities/tax-code.activities';
import { DraftChecks } from './application/drafts/draft-checks';
import { DraftDesk } from './application/drafts/draft-desk';
import { DraftContentStore, DraftStore } from './application/drafts/draft-stores';
import { PrintedPapers } from './application/drafts/printed-papers';
import { CaseHistory } from './application/case-history';
import { DeclarationSealer } from './application/declaration';
import { DossierPapers } from './application/dossier-papers';
import { DossierSteps } from './application/dossier-steps';
import { DueDateExplanations } from './application/due-date-explanations';
import { FileDossierHandler } from './application/file-dossier';
import { LegalTerms } from './application/legal-terms';
import { StaffSteps } from './application/staff-steps';
import { StepTaker } from './application/step-taker';
import { SuspensionDesk } from './application/suspensions/suspension-desk';
import { CaseCodeStore, DossierStore, SuspensionStore } from './application/stores';
import { CaseLookupsController } from './http/case-lookups.controller';
import { DossierStepsController } from './http/dossier-steps.controller';
import { DossierLiveTopics } from './http/live-topics';
import { DossiersController } from './http/dossiers.controller';
import { StaffStepsController } from './http/staff-steps.controller';
import { SuspensionsController } from './http/suspensions.controller';
import { WorkloadController } from './http/workload.controller';
import { BusinessLinesController } from './http/business-lines.controller';
import { DraftsController } from './http/drafts.controller';
import { MemberListsController } from './http/member-lists.controller';
import './messages';
import { CasePages } from './read-models/case-page/case-page';
import { DraftList } from './read-models/drafts/draft-list';
import { MyDossiers } from './read-models/my-dossiers/my-dossiers';
import { PublicLookup } from './read-models/public-lookup/public-lookup';
import { OpenLimits } from './read-models/queue/open-limits';
import { Queue } from './read-models/queue/queue';
import { Workload } from './read-models/queue/workload';

/** Founding dossiers; needs the global event store, read models, clock and configuration, for HTTP areas and documents too. Each program carries only its part. */
@Module({})
export class DossiersModule {
  /** @param registry the program's one register, whose names drafts are compared with. */
  static forHttp(registry: DynamicModule): DynamicModule {
    return {
      module: DossiersModule,
      imports: [PersonalDataModule, registry],
      controllers: [
        DossiersController,
        DossierStepsController,
        StaffStepsController,
        CaseLookupsController,
        DraftsController,
        BusinessLinesController,
        MemberListsController,
        WorkloadController,
        SuspensionsController,
      ],
      providers: [
        DossierStore,
        CaseCodeStore,
        LegalTerms,
        DeclarationSealer,
        DossierPapers,
        FileDossierHandler,
        StepTaker,
        DossierSteps,
        StaffSteps,
        DueDateExplanations,
        CaseHistory,
        OpenLimits,
        Queue,
        Workload,
        MyDossiers,
        CasePages,
        PublicLookup,
        DossierLiveTopics,
        DraftStore,
        DraftContentStore,
        DraftList,
        PrintedPapers,
        DraftDesk,
        DraftChecks,
        SuspensionStore,
        SuspensionDesk,
      ],
      exports: [OpenLimits, DossierStore, FileDossierHandler, DossierSteps, PublicLookup],
    };
  }

  static forWorker(): DynamicModule {
    return {
      module: DossiersModule,
      imports: [RegistryModule.forWorker()],
      providers: [
        DossierStore,
        LegalTerms,
        { provide: AreaTree, useFactory: loadAreas },
        { provide: TaxAuthority, useClass: HttpTaxAuthority },
        FoundingRegistrationActivities,
        TaxCodeActivities,
        DraftStore,
        DraftContentStore,
        DraftKeepingActivities,
        SuspensionStore,
        OpenLimits,
        DeadlineSuspensionActivities,
      ],
      exports: [
        FoundingRegistrationActivities,
        TaxCodeActivities,
        DraftKeepingActivities,
        DeadlineSuspensionActivities,
      ],
    };
  }
}
