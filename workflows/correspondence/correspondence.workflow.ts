import { correspondenceDecider } from '@hoptac/correspondence/domain';
import { activitiesByRetry, caseNow, followCase, type CaseStart } from '@hoptac/temporal/workflow';
import {
  CORRESPONDENCE_CATEGORY,
  type CorrespondenceCommands,
  type CorrespondenceExchanges,
} from './correspondence.contract';
import { givenUp, noticeLimit, noticeOwed, paperOwed } from './correspondence.policy';

const { commands, exchanges } = activitiesByRetry<CorrespondenceCommands, CorrespondenceExchanges>();

/**
 * Papers and notices of one case — giấy tờ và thông báo (L23 Art. 42.4; D295 Art. 19, 21, 32). Follows what is owed, not the procedure: a mail server that is
 * away holds nobody's dossier. It ends when nothing is owed, and runs again with the next fact that owes.
 */
export async function correspondence(start: CaseStart): Promise<void> {
  const mail = followCase({ start, category: CORRESPONDENCE_CATEGORY, decider: correspondenceDecider });
  await mail.until('CorrespondenceOwed');

  while (paperOwed(mail.state) || noticeOwed(mail.state)) {
    if (paperOwed(mail.state)) {
      // 1. Every paper that is owed comes to exist, once.
      await mail.ensure('CorrespondencePaperIssued', exchanges.issuePaper, { owed: paperOwed });
    } else if (givenUp(mail.state, caseNow())) {
      // 2. Nobody took a notice for a day: it has failed, and an administrator sees it.
      await mail.ensure('CorrespondenceNoticeFailed', commands.giveUpNotice, {
        owed: (state) => givenUp(state, caseNow()),
      });
    } else {
      // 3. Otherwise the next notice is sent, again and again until its limit; a paper that is owed meanwhile goes first.
      await mail.ensure(['CorrespondenceNoticeSent', 'CorrespondenceNoticeFailed'], exchanges.sendNotice, {
        owed: noticeOwed,
        until: noticeLimit(mail.state),
      });
    }
  }
}
