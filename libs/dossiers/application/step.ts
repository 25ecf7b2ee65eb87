import type { AuthenticatedActor } from '@hoptac/identity';
import type { Executed, ExecutionOptions } from '@hoptac/event-store';
import type { LocalDate } from '@hoptac/kernel';
import type { DossierState, FiledDossier } from '../domain';

/** One press of a button: who, under which command id, having seen which revision. */
export interface Press {
  readonly actor: AuthenticatedActor;
  readonly commandId: string;
  readonly ifRevision?: number;
  readonly traceparent?: string;
  /** Short hash of what was sent; only beside the press's own command id. */
  readonly requestHash?: string;
}

/** Answer to a step. */
export interface StepAnswer {
  readonly id: string;
  readonly caseCode: string;
  readonly status: FiledDossier['status'];
  /** Revision of the dossier afterwards, for `If-Match`. */
  readonly revision: number;
  /** Commit position for `?after=`, decimal text; absent when nothing changed. */
  readonly position?: string;
}

export function answerOf({ state, revision, position }: Executed<DossierState>): StepAnswer {
  if (state.status === 'NotFiled') throw new Error('A step leaves a filed dossier');
  return {
    id: state.dossierId,
    caseCode: state.caseCode,
    status: state.status,
    revision,
    ...(position === undefined ? {} : { position: position.commit.toString() }),
  };
}

export function optionsOf(
  dossierId: string,
  press: Press,
  rulebookVersion: string,
  legalBasis: readonly string[],
  effectiveOn?: LocalDate,
): ExecutionOptions {
  const { ifRevision, traceparent, requestHash } = press;
  return {
    correlationId: dossierId,
    rulebookVersion,
    legalBasis,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(ifRevision === undefined ? {} : { ifRevision }),
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(requestHash === undefined ? {} : { requestHash }),
  };
}
