import type { DomainEvent, Instant, LocalDate } from '@hoptac/kernel';
import type { Sealed } from '@hoptac/registry/domain';

/*
 * A draft — bản nháp — is what somebody fills in before there is a dossier: no procedure runs, nobody but the owner reads it. Its life
 * (`draft-<id>`) holds no content; the content (`draftContent-<id>`) is sealed whole in each saving, so that older savings may be scavenged.
 */

/** Somebody began to fill in an application. */
export type DraftOpened = DomainEvent<
  'DraftOpened',
  { draftId: string; ownerId: string; procedure: 'P01'; openedAt: Instant }
>;
/** When it was to be looked at, it had been edited meanwhile: the days of rest are counted anew from then. */
export type DraftKept = DomainEvent<'DraftKept', { touchedAt: Instant }>;
/** The owner was told that the draft rests, and on which day it will be deleted. */
export type DraftReminded = DomainEvent<'DraftReminded', { number: number; touchedAt: Instant; expiresOn: LocalDate }>;
/** It became a dossier — nộp hồ sơ. */
export type DraftFiled = DomainEvent<'DraftFiled', { dossierId: string; caseCode: string }>;
/** The owner threw it away. */
export type DraftDiscarded = DomainEvent<'DraftDiscarded', { draftId: string }>;
/** Nobody touched it for as long as the house keeps drafts. */
export type DraftExpired = DomainEvent<'DraftExpired', { touchedAt: Instant }>;

export type DraftEvent = DraftOpened | DraftKept | DraftReminded | DraftFiled | DraftDiscarded | DraftExpired;

/** The whole content as typed, sealed with the owner's personal key. */
export type DraftSaved = DomainEvent<'DraftSaved', { draftId: string; content: Sealed; savedAt: Instant }>;
/** The draft has ended: nothing of its content is left to read. */
export type DraftCleared = DomainEvent<'DraftCleared', { draftId: string }>;

export type DraftContentEvent = DraftSaved | DraftCleared;
