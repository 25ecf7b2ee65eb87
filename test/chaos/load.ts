import type { Experiment } from './experiment';
import { correctionAsked, file, pageSays, press, toCertificate, type Cast } from './people';

/** Ways a case takes; drawn by the seed. */
const WAYS = ['grant', 'grant', 'correction', 'withdrawal'] as const;

/** The steady state: people with cases of all ways, a few at a time, each pressing until answered. */
export class Load {
  private readonly lanes: Promise<void>[];
  private ending = false;
  private failed = 0;
  closed = 0;

  constructor(
    private readonly e: Experiment,
    private readonly cast: Cast,
    lanes = 3,
  ) {
    this.lanes = Array.from({ length: lanes }, () => this.lane());
  }

  /** No new case; those under way come to their end without any hand but the people's. @throws Error when one does not. */
  async finish(): Promise<void> {
    this.ending = true;
    const outcomes = await Promise.allSettled(this.lanes);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
    if (reasons.length > 0) throw new AggregateError(reasons, reasons.map(({ message }) => message).join('\n'));
  }

  private async lane(): Promise<void> {
    while (!this.ending && this.failed === 0) {
      try {
        await this.oneCase(WAYS[this.e.between(0, WAYS.length)] ?? 'grant');
        this.closed += 1;
      } catch (error) {
        this.failed += 1;
        throw error;
      }
    }
  }

  private async oneCase(way: (typeof WAYS)[number]): Promise<void> {
    const { e, cast } = this;
    const { id } = await file(e, cast.applicant);
    await press(e, cast.officer, id, 'claims');
    if (way === 'withdrawal') {
      await press(e, cast.applicant, id, 'withdrawal-requests', { reason: 'Các sáng lập viên muốn đổi trụ sở' });
      await press(e, cast.head, id, 'withdrawal-decisions', { outcome: 'accept' });
      await pageSays(e, cast.applicant, id, 'withdrawn', ({ status }) => status === 'Withdrawn');
      return;
    }
    if (way === 'correction') {
      await press(e, cast.applicant, id, 'resubmissions', await correctionAsked(e, cast, id));
      await toCertificate(e, cast, id, 1);
      return;
    }
    await toCertificate(e, cast, id);
  }
}
