import type { FieldPlace } from '../../../shared/problem-alert';
import { inLanguage, say } from '../../../shared/language';

const WORDS: Readonly<Record<string, string>> = inLanguage({
  principal: ['Số tiền vay', 'Principal'],
  annualRateBasisPoints: ['Lãi suất', 'Rate'],
  annualRate: ['Lãi suất', 'Rate'],
  firstOn: ['Ngày trả nợ đầu tiên', 'First due day'],
  count: ['Số kỳ', 'Number of instalments'],
  everyMonths: ['Mấy tháng một kỳ', 'Months between'],
  lastOn: ['Ngày trả nợ cuối cùng', 'Last possible due day'],
  gracePeriods: ['Ân hạn mấy kỳ đầu', 'Instalments with grace'],
});
const OF_HARVEST: Readonly<Record<string, string>> = inLanguage({
  day: ['ngày', 'day'],
  month: ['tháng', 'month'],
  share: ['tỷ trọng gốc', 'weight'],
});

/** Where a pointer into the terms of a repayment plan stands on a page: `/due/periods/count` → field `count`. */
export function termsPlace(pointer: string): FieldPlace | undefined {
  const path = pointer.replace(/^\/?(body|terms|plan|schedule)\//, '/').replace(/^\/?(schedule\/)?(due\/)?/, '');
  const harvest = /^harvests\/(\d+)\/(\w+)$/.exec(path);
  if (harvest) {
    const [, at = '0', field = ''] = harvest;
    const words = say(
      `Vụ ${Number(at) + 1}, ${OF_HARVEST[field] ?? ''}`,
      `Harvest ${Number(at) + 1}, ${OF_HARVEST[field] ?? ''}`,
    );
    return { id: `harvests-${at}-${field}`, words };
  }
  const tranche = /^(disbursements|tranches)\/(\d+)\/(on|amount)$/.exec(path);
  if (tranche) {
    const [, , at = '0', field = ''] = tranche;
    const which = say(`Lần giải ngân ${Number(at) + 1}`, `Disbursement ${Number(at) + 1}`);
    return {
      id: `tranches-${at}-${field}`,
      words: `${which}, ${field === 'on' ? say('ngày', 'day') : say('số tiền', 'amount')}`,
    };
  }
  if (path === 'grace/periods') return { id: 'gracePeriods', words: WORDS['gracePeriods'] ?? path };
  const field = path.replace(/^periods\//, '');
  const words = WORDS[field];
  return words === undefined ? undefined : { id: field, words };
}
