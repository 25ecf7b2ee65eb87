import type { EvidenceMark } from '@hoptac/kernel';
import type { ElectedOfficesRule, OfficersRule } from '@hoptac/rulebook';
import type { CheckResult, DossierDocument } from './dossier.events';
import type { DeclaredMember, FoundingApplication } from './founding-application';

/** Where the law says it, and how sure that is. */
export interface Citation {
  readonly article: string;
  readonly evidence: EvidenceMark;
}

/** A figure of the law as the rulebook gives it for the dossier's regime. */
export interface LegalFigure extends Citation {
  readonly value: number;
}

/** The law that the checks compare with, as of the dossier's regime; shares in basis points (10,000 = the whole). */
export interface CheckLaw {
  readonly requiredDocuments: readonly { readonly kind: string; readonly article: string }[];
  /** Rules of names. */
  readonly names: Citation;
  readonly businessLineDigits: LegalFigure;
  /** Which office decides. */
  readonly decidingOffice: Citation;
  readonly minimumMembers: LegalFigure;
  readonly maximumMemberShare: LegalFigure;
  readonly maximumAffiliatesShare: LegalFigure;
  /** Foreign official members stay below this part of all official members. */
  readonly foreignMembersBelow: LegalFigure;
  readonly maximumForeignShare: LegalFigure;
  /** From this many official members on, governance must be full; absent where the number alone does not decide. */
  readonly fullGovernanceFrom?: LegalFigure;
  /** Part of the founders invited who must attend the conference. */
  readonly conferenceQuorum: LegalFigure;
  /** A resolution of the conference needs more than this part of the votes. */
  readonly conferenceMajorityAbove: LegalFigure;
  readonly electedOffices: Citation & { readonly value: ElectedOfficesRule };
  /** Which offices exclude each other, and which are for members alone. */
  readonly officers: Citation & { readonly value: OfficersRule };
  /** Who may not manage at all. */
  readonly barredPersons: Citation;
  /** From this share on a natural person is a beneficial owner; absent in regimes that do not know beneficial owners. */
  readonly beneficialOwnerShare?: LegalFigure;
}

/** What the register says about the name. */
export interface NameFindings {
  /** What is wrong with its form, by the registry's rule; absent when nothing is. */
  readonly formFault?: 'empty' | 'tooLong' | 'typeWords' | 'letter';
  /** False when another holder has the same name. */
  readonly reserved: boolean;
  /** Registered names that people would confuse with this one. */
  readonly confusing: readonly string[];
  /** How many names it was compared with. */
  readonly compared: number;
}

/** What the register says about the legal representative. */
export interface RepresentativeFindings {
  /** False when no identity number was declared by which he could be found. */
  readonly identified: boolean;
  /** Other organisations that stand and that he represents: name and legal status. */
  readonly represents: readonly { readonly name: string; readonly legalStatus: string }[];
}

export interface CheckInputs {
  readonly application: FoundingApplication;
  readonly documents: readonly DossierDocument[];
  readonly decidingOfficeId: string;
  /** Office of the head office's commune on the day of receipt; undefined when there is no such commune. */
  readonly officeOfHeadOffice: string | undefined;
  readonly law: CheckLaw;
  readonly name: NameFindings;
  readonly representative: RepresentativeFindings;
}

/** One automatic check; undefined where the law has nothing to check. */
export type Check = (inputs: CheckInputs) => CheckResult | undefined;

export const passedIf = (condition: boolean): 'passed' | 'failed' => (condition ? 'passed' : 'failed');

export const ofKind = (
  application: FoundingApplication,
  kind: DeclaredMember['memberKind'],
): readonly DeclaredMember[] => application.members.filter((member) => member.memberKind === kind);

export const officials = (application: FoundingApplication): readonly DeclaredMember[] =>
  ofKind(application, 'official');

export function compared(
  check: string,
  { article, evidence }: Citation,
  holds: boolean,
  inputs: CheckResult['inputs'],
): CheckResult {
  return { check, outcome: passedIf(holds), article, evidence, inputs };
}

/** `part / whole >= share` in whole numbers, without a division; BigInt, because đồng times basis points leave the safe range. */
export const reachesShare = (part: number, whole: number, basisPoints: number): boolean =>
  BigInt(part) * 10_000n >= BigInt(whole) * BigInt(basisPoints);
