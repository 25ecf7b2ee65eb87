import { Injectable } from '@nestjs/common';
import { localDateOf, type CommandMetadata, type LocalDate } from '@hoptac/kernel';
import {
  paperDayMustBePlausible,
  type Defect,
  type FiledDossier,
  type HandOverResult,
  type RefusalGround,
} from '../domain';
import { DeclarationSealer, type DeclaredVersion } from './declaration';
import { DossierPapers } from './dossier-papers';
import { LegalTerms } from './legal-terms';
import type { Press, StepAnswer } from './step';
import { StepTaker, type Order } from './step-taker';

/** Why a late office is late; see `DossierDelayExplained`. */
interface Delayed {
  readonly delayReason?: string;
}

export type ProposedDecision = Delayed &
  (
    | { readonly decision: 'grant' }
    | { readonly decision: 'refuse'; readonly ground: RefusalGround; readonly reason: string }
  );
export type WithdrawalDecision = Delayed &
  ({ readonly outcome: 'accept' } | { readonly outcome: 'refuse'; readonly reason: string });
export type CorrectionRequest = Delayed & { readonly defects: readonly Defect[] };

export type HandOver = HandOverResult['data'];

/** The steps by which a filed dossier goes its way: from the applicant to the officer, to the head, and back. Errors as `StepTaker`. */
@Injectable()
export class DossierSteps {
  constructor(
    private readonly steps: StepTaker,
    private readonly sealer: DeclarationSealer,
    private readonly papers: DossierPapers,
    private readonly terms: LegalTerms,
  ) {}

  async claim(id: string, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.claim', [], () => ({ type: 'ClaimDossier', data: {} }));
  }

  async requestCorrection(id: string, request: CorrectionRequest, press: Press): Promise<StepAnswer> {
    return this.steps.take(
      id,
      press,
      'dossiers.requestCorrection',
      ['D295 Art. 21'],
      async ({ regime, decidingOfficeId }, { now }) => ({
        type: 'RequestCorrection',
        data: { ...request, due: await this.terms.due('correctionAnswer', regime, decidingOfficeId, now) },
      }),
    );
  }

  async resubmit(id: string, version: DeclaredVersion, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.resubmit', ['D295 Art. 19.6'], async (dossier, { now, actor }) => ({
      type: 'ResubmitDossier',
      data: {
        application: await this.sealer.seal(id, dossier.round + 1, version.application, dossier.application),
        documents: await this.papers.accept(version.documents, actor.personId, dossier.documents),
        due: await this.terms.due('decision', dossier.regime, dossier.decidingOfficeId, now),
      },
    }));
  }

  async examine(id: string, proposed: ProposedDecision, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.examine', ['L23 Art. 42.4'], () => ({
      type: 'ExamineDossier',
      data: {
        ...delayOf(proposed),
        ...(proposed.decision === 'grant'
          ? { proposal: 'grant' }
          : { proposal: 'refuse', ground: proposed.ground, reason: proposed.reason }),
      },
    }));
  }

  async sendBack(id: string, reason: string, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.return', [], () => ({ type: 'ReturnDossier', data: { reason } }));
  }

  /** @param decidedOn the decision's own day, where it is recorded later. @throws DomainError `DOSSIERS.PAPER_DAY_…`. */
  async decide(id: string, decided: ProposedDecision, press: Press, decidedOn?: LocalDate): Promise<StepAnswer> {
    const step = (dossier: FiledDossier, { now }: CommandMetadata): Order => {
      const day = decidedOn === undefined ? {} : { decidedOn };
      if (decidedOn !== undefined) {
        const notBefore = localDateOf(dossier.receivedAt);
        paperDayMustBePlausible(decidedOn, { ...this.terms.paperDays(localDateOf(now)), notBefore });
      }
      return decided.decision === 'grant'
        ? { type: 'GrantDossier', data: { ...delayOf(decided), ...day } }
        : {
            type: 'RefuseDossier',
            data: { ground: decided.ground, reason: decided.reason, ...delayOf(decided), ...day },
          };
    };
    return this.steps.take(id, press, 'dossiers.decide', ['L23 Art. 42.4'], step, decidedOn);
  }

  async requestWithdrawal(id: string, reason: string, press: Press): Promise<StepAnswer> {
    return this.steps.take(
      id,
      press,
      'dossiers.withdraw',
      ['D295 Art. 19.7'],
      async ({ regime, decidingOfficeId }, { now }) => ({
        type: 'RequestWithdrawal',
        data: { reason, due: await this.terms.due('withdrawalDecision', regime, decidingOfficeId, now) },
      }),
    );
  }

  async decideWithdrawal(id: string, decision: WithdrawalDecision, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.decideWithdrawal', ['D295 Art. 19.7'], () => ({
      type: 'DecideWithdrawal',
      data: decision,
    }));
  }

  async handOver(id: string, handing: HandOver, press: Press): Promise<StepAnswer> {
    return this.steps.take(id, press, 'dossiers.handOver', ['D295 Art. 19'], () => ({
      type: 'HandOverResult',
      data: handing,
    }));
  }
}

const delayOf = ({ delayReason }: Delayed): Delayed => (delayReason === undefined ? {} : { delayReason });
