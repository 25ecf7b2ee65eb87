import { CorrespondenceModule, MailBook, PaperPress } from '@hoptac/correspondence';
import type { Command } from 'commander';
import { print, showProgress } from '../context';
import { inHouse } from '../open-house';

/** `hoptac papers verify`: every paper ever issued, printed again from the facts and compared with what was issued. */
export function register(program: Command): void {
  program
    .command('papers')
    .description('giấy tờ đã phát hành / issued papers')
    .command('verify [caseId]')
    .description('in lại và so từng byte / prints again and compares byte for byte (exit status 1 when one differs)')
    .action((caseId: string | undefined) =>
      inHouse(
        async (house) => {
          const press = house.get(PaperPress, { strict: false });
          const ids = caseId === undefined ? await house.get(MailBook, { strict: false }).caseIds() : [caseId];
          const counts = { same: 0, differs: 0, erased: 0, notPrintable: 0 };
          for (const [place, id] of ids.entries()) {
            for (const { paperId, verdict, why } of await press.verify(id)) {
              counts[verdict] += 1;
              if (verdict !== 'same') print(`${id} ${paperId}: ${verdict}${why === undefined ? '' : ` (${why})`}`);
            }
            showProgress(place + 1, ids.length);
          }
          const { same, differs, erased, notPrintable } = counts;
          print(
            `${String(same)} papers print the same bytes, ${String(differs)} differ, ${String(erased)} name somebody who was erased, ${String(notPrintable)} cannot be printed`,
          );
          if (differs + notPrintable > 0) process.exitCode = 1;
        },
        [CorrespondenceModule.forTools()],
      ),
    );
}
