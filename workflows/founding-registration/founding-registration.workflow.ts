import { dossierDecider } from '@hoptac/dossiers/domain';
import { patched } from '@temporalio/workflow';
import { activitiesByRetry, caseNow, followCase, type CaseStart } from '@hoptac/temporal/workflow';
import {
  FOUNDING_CATEGORY,
  type FoundingRegistrationCommands,
  type FoundingRegistrationExchanges,
} from './founding-registration.contract';
import {
  DECISIVE_FACTS,
  TAX_ANSWERS,
  checksOwed,
  escalationOwed,
  lapseOwed,
  lateMarkOwed,
  nameIsFree,
  nextDate,
  publicationOwed,
  registrationOwed,
  reminderOwed,
  taxCodeOwed,
  underWay,
} from './founding-registration.policy';

const { commands, exchanges } = activitiesByRetry<FoundingRegistrationCommands, FoundingRegistrationExchanges>();

/**
 * Founding registration of a cooperative or a union — đăng ký thành lập (P01; L23 Art. 41–46; D295 Art. 14, 19, 21, 30, 33–34).
 * What follows the facts of one dossier, whoever states them: the acts of applicant, officer and head of office are commands of their own.
 */
export async function foundingRegistration(start: CaseStart): Promise<void> {
  const dossier = followCase({ start, category: FOUNDING_CATEGORY, decider: dossierDecider });

  // 1. The dossier is filed and received, with the day on which the answer is due (D295 Art. 19).
  await dossier.until('DossierFiled');

  while (underWay(dossier.state)) {
    const until = nextDate(dossier.state, caseNow());

    if (lapseOwed(dossier.state, caseNow())) {
      // 2. The applicant left the one correction notice unanswered for 60 days: the dossier is cancelled (D295 Art. 19.6, 30.4).
      await dossier.ensure('DossierLapsed', commands.lapseDossier);
    } else if (lateMarkOwed(dossier.state, caseNow())) {
      // 3. The office let its limit pass: the dossier is late from here on, once for each limit, and still waits for the office (L23 Art. 42.4).
      await dossier.ensure('DossierDeadlinePassed', commands.markDeadlinePassed, {
        owed: (state) => lateMarkOwed(state, caseNow()),
      });
    } else if (escalationOwed(dossier.state, caseNow())) {
      // 4. Still nothing: the case rises from its officer to the deputy, the head, the province (house policy).
      await dossier.ensure('DossierEscalated', commands.escalateDossier, {
        owed: (state) => escalationOwed(state, caseNow()),
      });
    } else if (reminderOwed(dossier.state, caseNow())) {
      // 5. Before a limit whoever has to act is reminded (house policy).
      await dossier.ensure('DossierReminded', commands.remindOfDeadline, {
        owed: (state) => reminderOwed(state, caseNow()),
      });
    } else if (checksOwed(dossier.state)) {
      // 6. Every version filed is checked, and its name held for it (L23 Art. 42.4, 50; D295 Art. 19).
      await dossier.ensure('DossierChecked', commands.checkDossier, { owed: checksOwed, until });
    } else if (taxCodeOwed(dossier.state)) {
      // 7. Before a certificate is granted the tax authority gives the code (L23 Art. 46; D295 Art. 14); after its refusal the officer acts.
      await dossier.ensure(TAX_ANSWERS, exchanges.requestTaxCode, { owed: taxCodeOwed, until });
    } else if (registrationOwed(dossier.state)) {
      // 8. Granted: the organisation is entered in the register and its certificate issued (L23 Art. 42.4, 45; D295 Art. 34).
      await dossier.ensure('DossierCertificateIssued', commands.registerOrganisation);
    } else {
      // 9. Otherwise somebody is to act, until the next limit: correct, propose, decide, withdraw (L23 Art. 42.4; D295 Art. 19.7, 21).
      await dossier.first(DECISIVE_FACTS, { until });
    }
  }

  // 10. Registered: what the certificate says is published for everybody, within thirty days (L23 Art. 49). Runs begun before 2026-11-22 publish nothing.
  if (publicationOwed(dossier.state) && patched('publication'))
    await dossier.also('publishRegistration', commands.publishRegistration);

  // 11. Refused, lapsed or withdrawn: the name is free for others again (L23 Art. 50).
  if (nameIsFree(dossier.state)) await dossier.also('releaseName', commands.releaseName);
}
