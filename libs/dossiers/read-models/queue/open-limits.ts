import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import type { DueDate } from '../../domain';
import { queueProjection } from './queue.projection';

/** A limit that runs, as it was given. */
export interface OpenLimit {
  readonly dossierId: string;
  readonly caseCode: string;
  readonly officeId: string;
  readonly due: DueDate;
}

/** The limits that run in every office, for the preview of a change of the calendar. */
@Injectable()
export class OpenLimits {
  constructor(private readonly readModels: ReadModels) {}

  async all(): Promise<readonly OpenLimit[]> {
    const db = await this.readModels.of(queueProjection);
    const rows = await db
      .selectFrom('queue')
      .select(['id', 'case_code', 'deciding_office_id', 'state'])
      .where('valid_to', 'is', null)
      .where('closed', '=', false)
      .orderBy('sort_key')
      .execute();
    return rows.flatMap(({ id, case_code: caseCode, deciding_office_id: officeId, state }) => {
      if (state.status === 'NotFiled') return [];
      const running =
        state.status === 'AwaitingCorrection'
          ? [state.correctionDue]
          : state.status === 'UnderExamination' || state.status === 'AwaitingDecision'
            ? [state.due]
            : [];
      const limits = [...running, ...(state.withdrawal === undefined ? [] : [state.withdrawal.due])];
      return limits.map((due) => ({ dossierId: id, caseCode, officeId, due }));
    });
  }
}
