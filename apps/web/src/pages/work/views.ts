import { say } from '../../shared/language';
import type { Counts } from './types';

interface View {
  readonly words: string;
  /** Filters of the list behind it. */
  readonly filters: Readonly<Record<string, string>>;
  readonly count?: keyof Counts;
}

/** Saved views of the queue. */
export const VIEWS: Readonly<Record<string, View>> = {
  open: { words: say('Đang giải quyết', 'Open'), filters: {}, count: 'open' },
  mine: { words: say('Của tôi', 'Mine'), filters: { officer: 'me' }, count: 'mine' },
  unassigned: { words: say('Chưa phân công', 'Unassigned'), filters: { unassigned: 'true' }, count: 'unassigned' },
  decide: { words: say('Chờ quyết định', 'To decide'), filters: { status: 'AwaitingDecision' }, count: 'decide' },
  late: { words: say('Quá hạn', 'Late'), filters: { late: 'true' }, count: 'late' },
  correction: {
    words: say('Chờ sửa đổi, bổ sung', 'With the applicant'),
    filters: { status: 'AwaitingCorrection' },
    count: 'correction',
  },
  closed: { words: say('Đã xong', 'Closed'), filters: { closed: 'true' } },
};
