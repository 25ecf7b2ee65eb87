import { AreaTree, assertMay } from '@hoptac/identity';
import {
  brokenRule,
  CLOCK,
  DomainError,
  invalidInput,
  localDateOf,
  type Clock,
  type CommandMetadata,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import { PersonVault, type JsonObject } from '@hoptac/personal-data';
import { InputInvalid, nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import { draftMustBeOpen, draftMustExist, isFiled, type DraftState, type OpenDraftState } from '../../domain';
import { readVersion } from '../../http/version-reading';
import { DraftList } from '../../read-models/drafts/draft-list';
import { FileDossierHandler } from '../file-dossier';
import type { Press, StepAnswer } from '../step';
import { DossierStore } from '../stores';
import { versionOf, type DraftForm } from './draft-form';
import { DraftContentStore, DraftStore } from './draft-stores';
import { PrintedPapers } from './printed-papers';

/** What a draft may weigh, in characters of JSON; some thousand members. An event of the store holds 1 MiB. */
const HEAVIEST = 600_000;
/** Drafts that one person may have open. */
const MOST_OPEN = 20;

export interface SavedDraft {
  readonly id: string;
  /** Of the content, for `If-Match`. */
  readonly revision: number;
  readonly savedAt: Instant;
  /** Commit position for `?after=` of the list, decimal text. */
  readonly position?: string;
}

/** A draft as its owner sees it; once filed only where it led. */
export type DraftView =
  | (SavedDraft & { readonly status: 'Open'; readonly form: DraftForm; readonly expiresOn?: LocalDate })
  | { readonly id: string; readonly status: 'Filed'; readonly dossierId: string; readonly caseCode: string };

/** Everything about one draft follows from its id: which command files it, and which dossier it becomes. */
const filingCommandOf = (draftId: string): string => nameId('draft-filing', draftId);
const dossierIdOf = (draftId: string): string => nameId('dossier', filingCommandOf(draftId));

/**
 * Drafts of applications — bản nháp: opened, saved as typed, filed once, thrown away; by their owner alone, to everybody else there is none.
 * All throw DomainError: `DOSSIERS.DRAFT_NOT_FOUND`, `DOSSIERS.DRAFT_FILED`, `DOSSIERS.DRAFT_ENDED`; saving and filing `EVENT_STORE.STALE_REVISION` too.
 */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly drafts: DraftStore,
    private readonly contents: DraftContentStore,
    private readonly dossiers: DossierStore,
    private readonly filing: FileDossierHandler,
    private readonly printed: PrintedPapers,
    private readonly list: DraftList,
    private readonly vault: PersonVault,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `DOSSIERS.TOO_MANY_DRAFTS` (422) beyond twenty open ones. */
  async open(form: DraftForm, press: Press): Promise<SavedDraft> {
    const draftId = nameId('draft', press.commandId);
    const ownerId = press.actor.personId;
    const metadata = this.metadataOf(press, press.commandId, ownerId);
    const { state } = await this.drafts.load(draftId);
    if (state.status === 'None' && (await this.list.openOf(ownerId, MOST_OPEN)).length === MOST_OPEN)
      throw brokenRule('DOSSIERS.TOO_MANY_DRAFTS', 'Too many drafts are open', { most: MOST_OPEN });
    const opened = await this.drafts.execute(
      draftId,
      { type: 'OpenDraft', data: { draftId, ownerId, procedure: 'P01' }, metadata },
      this.orderedIn(draftId, press),
    );
    const saved = await this.saveContent(draftId, form, press, `${press.commandId}/content`);
    const position = opened.position?.commit.toString();
    return { ...saved, ...(position === undefined ? {} : { position }) };
  }

  /** Saves the whole form over the revision that was seen. @throws DomainError `DOSSIERS.DRAFT_REVISION_MISSING`, `DOSSIERS.DRAFT_TOO_LARGE`. */
  async save(id: string, form: DraftForm, press: Press): Promise<SavedDraft> {
    if (press.ifRevision === undefined)
      throw invalidInput(
        'DOSSIERS.DRAFT_REVISION_MISSING',
        'If-Match is missing: a saving names the revision it is based on',
      );
    await this.openDraft(id, press);
    const { revision, savedAt } = await this.saveContent(id, form, press, press.commandId);
    return { id, revision, savedAt };
  }

  async read(id: string, actor: Press['actor']): Promise<DraftView> {
    const state = await this.ownDraft(id, actor);
    const filed = await this.filedAs(id, state);
    if (filed !== undefined) return { id, status: 'Filed', ...filed };
    draftMustBeOpen(state);
    const { expiresOn } = state;
    return { ...(await this.content(id, state)), status: 'Open', ...(expiresOn === undefined ? {} : { expiresOn }) };
  }

  /** The form as saved, for the checks. */
  async formOf(id: string, actor: Press['actor']): Promise<DraftForm> {
    const state = await this.ownDraft(id, actor);
    draftMustBeOpen(state);
    return (await this.content(id, state)).form;
  }

  /** Open drafts of the person, the newest first, each with the name it will bear. */
  async mine(actor: Press['actor']) {
    const listed = await this.list.openOf(actor.personId, MOST_OPEN);
    const views = await Promise.all(
      listed.map(async ({ id, opened_at: openedAt, expires_on: expiresOn }) => {
        // Filed or thrown away a moment ago, and the list does not know yet.
        const view = await this.read(id, actor).catch(() => undefined);
        if (view?.status !== 'Open') return undefined;
        const { kind, ownName } = view.form;
        return { id, openedAt, savedAt: view.savedAt, expiresOn: expiresOn ?? undefined, kind, ownName };
      }),
    );
    return views.filter((view) => view !== undefined);
  }

  /**
   * Files the draft as it was seen. Pressed twice, or again after a death in between, it is one dossier: command and dossier follow from the draft.
   * @param declared the filer vouches for what is stated — cam đoan (L23 Art. 42).
   * @throws DomainError `DOSSIERS.DECLARATION_MISSING`; InputInvalid with every field that keeps it from being filed; the refusals of a filing.
   */
  async file(id: string, declared: boolean, press: Press): Promise<StepAnswer> {
    const state = await this.ownDraft(id, press.actor);
    const filed = await this.filedAs(id, state);
    if (filed === undefined) {
      draftMustBeOpen(state);
      if (!declared)
        throw brokenRule('DOSSIERS.DECLARATION_MISSING', 'The declaration is not made', {}, ['L23 Art. 42']);
      const { form, revision, savedAt } = await this.content(id, state);
      if (press.ifRevision !== undefined && press.ifRevision !== revision)
        throw new DomainError('stale', 'DOSSIERS.DRAFT_CHANGED', 'The draft was changed since it was looked at');
      const { version, wrong } = this.versionToFile(form);
      if (version === undefined) throw new InputInvalid(wrong);
      const { actor, traceparent } = press;
      const answer = await this.filing.file(
        { channel: 'online', ...(await this.printed.completed(version, actor.personId, savedAt)) },
        { actor, commandId: filingCommandOf(id), ...(traceparent === undefined ? {} : { traceparent }) },
      );
      await this.recordFiling(id, answer.id, answer.caseCode, press);
      return answer;
    }
    await this.recordFiling(id, filed.dossierId, filed.caseCode, press);
    const dossier = await this.dossiers.load(filed.dossierId);
    if (!isFiled(dossier.state)) throw new Error(`Draft ${id} is filed, but there is no dossier ${filed.dossierId}`);
    return { id: filed.dossierId, caseCode: filed.caseCode, status: dossier.state.status, revision: dossier.revision };
  }

  async discard(id: string, press: Press): Promise<{ readonly id: string; readonly position?: string }> {
    const state = await this.ownDraft(id, press.actor);
    const filed = await this.filedAs(id, state);
    if (filed !== undefined) await this.recordFiling(id, filed.dossierId, filed.caseCode, press);
    const metadata = this.metadataOf(press, press.commandId, state.ownerId);
    const { position } = await this.drafts.execute(
      id,
      { type: 'DiscardDraft', data: {}, metadata },
      this.orderedIn(id, press),
    );
    return { id, ...(position === undefined ? {} : { position: position.commit.toString() }) };
  }

  private versionToFile(form: DraftForm) {
    const { wrong, ...read } = readVersion(versionOf(form));
    return { wrong, version: 'version' in read ? read.version : undefined };
  }

  /** The draft became a dossier, whether or not the draft's own stream says so yet. */
  private async filedAs(id: string, state: DraftState): Promise<{ dossierId: string; caseCode: string } | undefined> {
    if (state.status === 'Filed') return { dossierId: state.dossierId, caseCode: state.caseCode };
    const dossier = await this.dossiers.load(dossierIdOf(id));
    return isFiled(dossier.state)
      ? { dossierId: dossier.state.dossierId, caseCode: dossier.state.caseCode }
      : undefined;
  }

  private async recordFiling(id: string, dossierId: string, caseCode: string, press: Press): Promise<void> {
    const metadata = this.metadataOf(press, `${filingCommandOf(id)}/draft`, press.actor.personId);
    await this.drafts.execute(
      id,
      { type: 'RecordDraftFiling', data: { dossierId, caseCode }, metadata },
      this.optionsOf(id, press),
    );
  }

  private async saveContent(draftId: string, form: DraftForm, press: Press, commandId: string): Promise<SavedDraft> {
    if (JSON.stringify(form).length > HEAVIEST)
      throw brokenRule('DOSSIERS.DRAFT_TOO_LARGE', 'The draft is too large', { most: HEAVIEST });
    const { ifRevision } = press;
    const content = await this.vault.seal(press.actor.personId, { ...form } as JsonObject);
    const { state, revision, position } = await this.contents.execute(
      draftId,
      {
        type: 'SaveDraftContent',
        data: { draftId, content },
        metadata: this.metadataOf(press, commandId, press.actor.personId),
      },
      { ...this.orderedIn(draftId, press), ...(ifRevision === undefined ? {} : { ifRevision }) },
    );
    const savedAt = state.status === 'Saved' ? state.savedAt : this.clock.now();
    return {
      id: draftId,
      revision,
      savedAt,
      ...(position === undefined ? {} : { position: position.commit.toString() }),
    };
  }

  /** Nothing is there to read before the first saving, and after its owner was erased. */
  private async content(id: string, draft: OpenDraftState): Promise<SavedDraft & { readonly form: DraftForm }> {
    const { state, revision } = await this.contents.load(id);
    if (state.status !== 'Saved') return { id, revision: Math.max(0, revision), savedAt: draft.openedAt, form: {} };
    const form = await this.vault.open(state.content);
    return { id, revision, savedAt: state.savedAt, form: form ?? {} };
  }

  private async openDraft(id: string, press: Press): Promise<void> {
    const state = await this.ownDraft(id, press.actor);
    const filed = await this.filedAs(id, state);
    draftMustBeOpen(filed === undefined ? state : { status: 'Filed', draftId: id, ownerId: state.ownerId, ...filed });
  }

  /** To anybody but its owner there is no draft. */
  private async ownDraft(id: string, actor: Press['actor']) {
    const { state } = await this.drafts.load(id);
    draftMustExist(state.status !== 'None' && state.ownerId === actor.personId ? state : { status: 'None' });
    return state as Exclude<DraftState, { status: 'None' }>;
  }

  private metadataOf(press: Press, commandId: string, ownerId: string): CommandMetadata {
    const now = this.clock.now();
    return {
      now,
      commandId,
      actor: assertMay(press.actor, 'dossiers.draft', { ownerId }, localDateOf(now), this.areas),
    };
  }

  /** For commands under the press's own id; those under the draft's come by many presses with bodies of their own. */
  private orderedIn(draftId: string, press: Press) {
    const { requestHash } = press;
    return { ...this.optionsOf(draftId, press), ...(requestHash === undefined ? {} : { requestHash }) };
  }

  private optionsOf(draftId: string, { traceparent }: Press) {
    return { correlationId: draftId, ...(traceparent === undefined ? {} : { traceparent }) };
  }
}
