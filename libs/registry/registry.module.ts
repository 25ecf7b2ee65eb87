import { PersonalDataModule } from '@hoptac/personal-data';
import { Module, type DynamicModule } from '@nestjs/common';
import { CertificateVerification } from './application/certificate-verification';
import { ImportDesk } from './application/import-desk';
import { OrganisationCodes } from './application/organisation-codes';
import { OrganisationNames } from './application/organisation-names';
import { OrganisationRegister } from './application/organisation-register';
import { PublicRegister } from './application/public-register';
import { OrganisationCodeStore, OrganisationNameStore, OrganisationStore } from './application/stores';
import { CertificatesController } from './http/certificates.controller';
import { RegistryLiveTopics } from './http/live-topics';
import { OrganisationFilters } from './http/organisation-filters';
import { OrganisationsController } from './http/organisations.controller';
import { RegisterImportsController } from './http/register-imports.controller';
import { BindingIndex } from './read-models/bindings/binding-index';
import { CertificateBook } from './read-models/certificates/certificate-book';
import { NameIndex } from './read-models/names/name-index';
import { OrganisationList } from './read-models/organisations/organisation-list';
import './messages';

const register = [
  OrganisationStore,
  OrganisationNameStore,
  OrganisationCodeStore,
  NameIndex,
  BindingIndex,
  OrganisationNames,
  OrganisationCodes,
  OrganisationRegister,
];

/** The register of organisations; needs the global event store, read models, areas and clock. */
@Module({})
export class RegistryModule {
  static forHttp(): DynamicModule {
    return {
      module: RegistryModule,
      imports: [PersonalDataModule],
      controllers: [OrganisationsController, CertificatesController, RegisterImportsController],
      providers: [
        ...register,
        OrganisationFilters,
        OrganisationList,
        CertificateBook,
        CertificateVerification,
        PublicRegister,
        ImportDesk,
        RegistryLiveTopics,
      ],
      exports: [...register, OrganisationList, CertificateBook, CertificateVerification, PublicRegister],
    };
  }

  static forWorker(): DynamicModule {
    return { module: RegistryModule, imports: [PersonalDataModule], providers: register, exports: register };
  }
}
