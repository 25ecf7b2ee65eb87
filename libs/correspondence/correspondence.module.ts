import { join, resolve } from 'node:path';
import { LegalTerms } from '@hoptac/dossiers';
import { AreaTree, loadAreas } from '@hoptac/identity';
import { PersonalDataModule } from '@hoptac/personal-data';
import { AppConfig } from '@hoptac/platform';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CorrespondenceActivities } from './activities/correspondence.activities';
import { DossierHistory } from './application/dossier-history';
import { PaperFacts } from './application/paper-facts';
import { PaperPress } from './application/paper-press';
import { PaperPreviews } from './application/paper-previews';
import { CorrespondenceReactor } from './application/reactor';
import { CorrespondenceStore } from './application/stores';
import { CasePapersController } from './http/case-papers.controller';
import { NoticesController } from './http/notices.controller';
import { FileMailer } from './mail/file-mailer';
import { Mailer } from './mail/mailer';
import { SmtpMailer } from './mail/smtp-mailer';
import './messages';
import { MailBook } from './read-models/mail/mail-book';

const MAILER: Provider = {
  provide: Mailer,
  inject: [AppConfig],
  useFactory: ({ smtpUrl, mailFrom, dataDir }: AppConfig): Mailer =>
    smtpUrl === undefined
      ? new FileMailer(join(resolve(dataDir), 'mail'), mailFrom)
      : new SmtpMailer(smtpUrl, mailFrom),
};
const PRINTING = [CorrespondenceStore, DossierHistory, PaperFacts, PaperPress];

/** Papers and notices; needs the global event store, clock and configuration, for HTTP areas and read models too. */
@Module({})
export class CorrespondenceModule {
  static forHttp(): DynamicModule {
    return {
      module: CorrespondenceModule,
      imports: [PersonalDataModule],
      controllers: [CasePapersController, NoticesController],
      providers: [...PRINTING, LegalTerms, PaperPreviews, MailBook],
    };
  }

  static forWorker(): DynamicModule {
    return {
      module: CorrespondenceModule,
      imports: [PersonalDataModule],
      providers: [
        ...PRINTING,
        { provide: AreaTree, useFactory: loadAreas },
        MAILER,
        CorrespondenceActivities,
        CorrespondenceReactor,
      ],
      exports: [CorrespondenceActivities, CorrespondenceReactor, Mailer],
    };
  }

  /** `PaperPress` for the command line. */
  static forTools(): DynamicModule {
    return {
      module: CorrespondenceModule,
      imports: [PersonalDataModule],
      providers: [...PRINTING, { provide: AreaTree, useFactory: loadAreas }, MailBook],
      exports: [PaperPress, MailBook],
    };
  }
}
