import type { Projection } from '@hoptac/projections';
import { mailProjection } from './read-models/mail/mail.projection';

export * from './domain';
export { CorrespondenceActivities } from './activities/correspondence.activities';
export { PaperPress, type PaperVerdict, type PrintedPaper } from './application/paper-press';
export { CorrespondenceReactor, DOSSIERS_FOLLOWED } from './application/reactor';
export { CorrespondenceModule } from './correspondence.module';
export { isMailAddress, Mailer, MailRefused, type Mail } from './mail/mailer';
export { MailBook } from './read-models/mail/mail-book';

/** Every read model of the context, for the projector. */
export const correspondenceProjections: readonly Projection<never>[] = [mailProjection];
