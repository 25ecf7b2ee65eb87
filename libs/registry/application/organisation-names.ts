import { createHash } from 'node:crypto';
import type { OrganisationKind } from '@hoptac/kernel';
import { isDomainError } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import { comparisonForm, faultOfNameForm, type NameFormFault, type NameHolder } from '../domain';
import { NameIndex } from '../read-models/names/name-index';
import { OrganisationNameStore } from './stores';
import type { WorkingContext } from './working-context';

/** What the register can say about a name that somebody wants to bear. */
export interface NameExamination {
  readonly formFault?: NameFormFault;
  /** Full names of registered organisations that it would be confused with, at most ten. */
  readonly confusing: readonly string[];
  /** With how many registered names it was compared. */
  readonly compared: number;
}

/** Names of organisations: examined, held and freed — tên hợp tác xã (L23 Art. 50; D295 Art. 15–18). */
@Injectable()
export class OrganisationNames {
  constructor(
    private readonly names: OrganisationNameStore,
    private readonly index: NameIndex,
  ) {}

  /** Compares with the register as its name index knows it now; `exceptId` names the organisation or dossier that asks for itself. */
  async examine(ownName: string, exceptId?: string): Promise<NameExamination> {
    const formFault = faultOfNameForm(ownName);
    const { confusing, compared } = await this.index.compare(ownName, exceptId);
    return { confusing, compared, ...(formFault === undefined ? {} : { formFault }) };
  }

  /** True while nobody bears or holds the own name; tells what `reserve` would find now, and promises nothing. */
  async isFree(ownName: string): Promise<boolean> {
    if ((await this.index.bearerOf(ownName)) !== undefined) return false;
    const { state } = await this.names.load(streamIdOf(ownName));
    return state.holder === undefined;
  }

  /**
   * Holds the own name for the holder; true when it has it afterwards, false when somebody else does.
   * `takesOverFrom`: the dossier whose reservation passes to its organisation.
   */
  async reserve(
    ownName: string,
    kind: OrganisationKind,
    holder: NameHolder,
    context: WorkingContext,
    takesOverFrom?: string,
  ): Promise<boolean> {
    // Imported registers bear names for which nobody made a reservation.
    if (holder.type === 'dossier' && (await this.index.bearerOf(ownName)) !== undefined) return false;
    try {
      await this.names.execute(
        streamIdOf(ownName),
        {
          type: 'ReserveName',
          data: { name: ownName, kind, holder, ...(takesOverFrom === undefined ? {} : { takesOverFrom }) },
          metadata: metadataOf(context, `reserve/${comparisonForm(ownName)}`),
        },
        { correlationId: context.correlationId, causationId: context.commandId, legalBasis: ['L23 Art. 50'] },
      );
      return true;
    } catch (error) {
      if (isDomainError(error) && error.code === 'REGISTRY.NAME_DUPLICATE') return false;
      throw error;
    }
  }

  /** Frees the own name when this holder has it; nothing otherwise. */
  async release(ownName: string, holderId: string, reason: string, context: WorkingContext): Promise<void> {
    await this.names.execute(
      streamIdOf(ownName),
      {
        type: 'ReleaseName',
        data: { name: ownName, holderId, reason },
        metadata: metadataOf(context, `release/${comparisonForm(ownName)}`),
      },
      { correlationId: context.correlationId, causationId: context.commandId, legalBasis: ['L23 Art. 50'] },
    );
  }
}

const streamIdOf = (ownName: string): string => createHash('sha256').update(comparisonForm(ownName)).digest('hex');
const metadataOf = ({ now, actor, commandId }: WorkingContext, step: string) => ({
  now,
  actor,
  commandId: `${commandId}/${step}`,
});
