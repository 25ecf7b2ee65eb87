import type { Command } from '@hoptac/kernel';
import type { JudgedCheck } from './examination.events';

/** Judges items of the check list by hand: machine findings confirmed or overruled, papers looked at. */
export type ConfirmChecks = Command<'ConfirmChecks', { round: number; checks: readonly JudgedCheck[] }>;
/** Takes the proposal back — rút lại đề xuất. */
export type RecallProposal = Command<'RecallProposal'>;
/** Gives the dossier to an officer of the office — phân công, phân công lại. */
export type AssignDossier = Command<'AssignDossier', { officerId: string; reason?: string }>;
/** Gives the dossier back to the queue — trả lại hàng đợi. */
export type ReleaseDossier = Command<'ReleaseDossier'>;

export type ExaminationCommand = ConfirmChecks | RecallProposal | AssignDossier | ReleaseDossier;
