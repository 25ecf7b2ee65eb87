import type { EvidenceMark, LocalDate, OrganisationKind, RegimeId } from '@hoptac/kernel';
import type { BarRule, OfficersRule } from './officer-rules.types';
import type { NameRules } from './names/name-rules.types';

/** Where a rule comes from, how sure it is, and on which days it holds (both included; no `to`: until further notice). */
export interface Sourced {
  /** `L23 Art. 42.4`; several joined by `; `. A law alone (`D125`) only where no article was seen and the mark is not `verified`. */
  readonly article: string;
  readonly evidence: EvidenceMark;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** What a reader must know beside the value. */
  readonly note?: string;
}

/** A value of the law on its days. */
export interface Rule<T> extends Sourced {
  readonly value: T;
}

/** A legal text that rules may cite. */
export interface Law {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly evidence: EvidenceMark;
  /** Articles known to exist, as inclusive ranges; citing another is refused. */
  readonly articles: readonly (readonly [number, number])[];
}

/** Legal regime — a stretch of time with one set of registration rules. */
export interface Regime {
  readonly id: RegimeId;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Ids of the laws that make it. */
  readonly laws: readonly string[];
  readonly evidence: EvidenceMark;
  readonly note?: string;
}

/** What becomes of dossiers pending when one regime follows another — điều khoản chuyển tiếp. */
export interface Transition {
  readonly from: RegimeId;
  readonly to: RegimeId;
  /** Holds for decisions on or after this day; until then a pending dossier stays under the old regime. */
  readonly appliesFrom: LocalDate;
  /** For every procedure that no exception names. */
  readonly pending: 'stays' | 'moves';
  /** Procedures for which the opposite holds. */
  readonly except: readonly string[];
  readonly article: string;
  readonly evidence: EvidenceMark;
  readonly note?: string;
}

/** A fact of a dossier on which the list of its papers depends. */
export type DossierFact = 'foreignIndividualInvestor' | 'foreignParticipation' | 'foundedBeforeInvestmentCertificate';

/** What is known of a dossier; a fact left out is false. */
export type DossierFacts = Readonly<Partial<Record<DossierFact, boolean>>>;

/** Paper of a dossier — thành phần hồ sơ. */
export interface DocumentRule extends Sourced {
  readonly kind: string;
  /** All must hold for the paper to be required; none: always. */
  readonly requiredWhen: readonly { readonly fact: DossierFact; readonly is: boolean }[];
}

export interface DocumentName {
  readonly nameVi: string;
  readonly nameEn: string;
}

export type TimerName = 'decision' | 'correctionNotice' | 'correctionAnswer' | 'withdrawalDecision';
export type TimerUnit = 'working-day' | 'day' | 'month';

/** Statutory time limit — thời hạn. */
export interface TimerRule extends Sourced {
  readonly timer: TimerName;
  readonly who: 'office' | 'applicant';
  readonly amount: number;
  readonly unit: TimerUnit;
  /** Event whose day starts it and is not counted. */
  readonly starts: 'receipt' | 'notice' | 'request';
  /** What follows when it passes. */
  readonly onExpiry: 'complaintRight' | 'dossierCancelled' | 'none';
}

/** Who does what in a procedure. */
export interface ActorRule extends Sourced {
  readonly task: 'applies' | 'receives' | 'decides' | 'assignsCode';
  readonly nameVi: string;
  readonly nameEn: string;
  /** Level of the office; absent for persons and other authorities. */
  readonly level?: 'district' | 'commune';
  /** Which offices of the level: only that of the head office, or every one of the province (D295 Art. 4.7). */
  readonly reach?: 'headOffice' | 'province';
}

/** Ground of refusal — căn cứ từ chối cấp đăng ký; ids as in `@hoptac/dossiers`. */
export interface RefusalGroundRule extends Sourced {
  readonly ground: 'violationNotice' | 'dissolving' | 'notAtAddress' | 'authorityBlock' | 'conditionsNotMet';
  readonly textVi: string;
  readonly textEn: string;
  readonly liftedVi?: string;
  readonly liftedEn?: string;
}

/** Condition of a certificate's grant (L23 Art. 44.1), or of receiving a dossier (D92, D295 Art. 19.2). */
export interface ConditionRule extends Sourced {
  readonly condition: string;
  readonly textVi: string;
  readonly textEn: string;
}

/** A procedure as the data give it, over all regimes. */
export interface ProcedureSource extends Sourced {
  /** Id in the procedure index, which names it. */
  readonly id: string;
  /** Kinds of organisations whose procedure it is. */
  readonly organisations: readonly OrganisationKind[];
  readonly documents: readonly DocumentRule[];
  readonly timers: readonly TimerRule[];
  readonly actors: readonly ActorRule[];
  readonly refusalGrounds: readonly RefusalGroundRule[];
  readonly grantConditions: readonly ConditionRule[];
  readonly receivingConditions: readonly ConditionRule[];
  /** Procedures that interrupt or end it. */
  readonly loops: readonly string[];
}

/** A length of time set by law. */
export interface Term {
  readonly amount: number;
  readonly unit: TimerUnit | 'year';
}

/** Quorum of one calling of a general meeting; shares in basis points of official members or delegates. */
export interface QuorumCall {
  readonly call: number;
  readonly minimumShare: number;
  /** Within how long after the call before it. */
  readonly within?: Term;
}

/** How many delegates at least, by number of members. */
export interface DelegateBand {
  readonly membersFrom: number;
  readonly membersTo?: number;
  /** Basis points of the members. */
  readonly minimumShare?: number;
  readonly minimumDelegates?: number;
}

/** A reminder so long before the end of a limit; a `working-day` is one on which the office works. */
export interface ReminderRule {
  readonly timer: TimerName;
  readonly to: 'officer' | 'head' | 'applicant';
  readonly before: { readonly amount: number; readonly unit: 'working-day' | 'day' };
}

/** How far a case rises so long after a limit of the office has passed. */
export interface EscalationRule {
  readonly level: 'deputy' | 'head' | 'province';
  readonly after: { readonly amount: number; readonly unit: TimerUnit };
}

/** How far a decision may suspend limits; lengths in days. */
export interface SuspensionPolicy {
  readonly limits: readonly ('decision' | 'withdrawal' | 'correction')[];
  readonly longest: number;
  /** How many days before the decision it may begin. */
  readonly earliestBefore: number;
}

/** Who is elected under one kind of governance; offices as `ELECTED_OFFICES` of the dossiers names them. */
export interface GovernanceOffices {
  /** Of each group at least one must be elected. */
  readonly required: readonly (readonly string[])[];
  readonly allowed: readonly string[];
}

/** Offices by kind of governance, and those that only one person holds. */
export interface ElectedOfficesRule {
  readonly full: GovernanceOffices;
  readonly simplified: GovernanceOffices;
  readonly single: readonly string[];
}

/** What may be done against a refusal on one of these grounds — quyền của người bị từ chối. */
export interface RemedyRule {
  readonly grounds: readonly RefusalGroundRule['ground'][];
  readonly textVi: string;
  readonly textEn: string;
  /** From the day on which the refusal was received. */
  readonly within?: Term;
}

/** Who sets the amount of a fee. */
export interface FeeSetter {
  readonly setByVi: string;
  readonly setByEn: string;
}

/** A prescribed form of a paper — mẫu giấy tờ; without `code` while the circular that numbers it is not confirmed. */
export interface PaperForm {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly code?: string;
}

/** Every subject of which the rulebook knows a value. Shares are basis points (10,000 = the whole). */
export interface RulebookSubjects {
  'minimumMembers.cooperative': number;
  'minimumMembers.cooperativeUnion': number;
  'minimumMembers.cooperativeGroup': number;
  'capital.maximumMemberShare.cooperative': number;
  'capital.maximumMemberShare.cooperativeUnion': number;
  'capital.maximumAffiliatesShare.cooperative': number;
  'capital.maximumAffiliatesShare.cooperativeUnion': number;
  'capital.maximumForeignShare.cooperative': number;
  'capital.maximumForeignShare.cooperativeUnion': number;
  /** Foreign official members stay below this share of the official members. */
  'foreignMembers.below.cooperative': number;
  'foreignMembers.below.cooperativeUnion': number;
  'capital.paidInWithin': Term;
  'capital.reductionRegisteredWithin': Term;
  /** Size classes that may choose simplified governance. */
  'governance.simplifiedSizes.cooperative': readonly string[];
  /** From this many members on governance must be full. */
  'governance.fullFromMembers.cooperativeUnion': number;
  'governance.electedOffices': ElectedOfficesRule;
  'officers.conditions': OfficersRule;
  'officers.barred': readonly BarRule[];
  'legalRepresentative.minimumResident': number;
  /** Part of the founders invited who attend the founders' conference. */
  'foundingConference.quorumShare': number;
  /** A resolution of the founders' conference needs more than this part of the votes. */
  'foundingConference.majorityAboveShare': number;
  /** Shape of case codes: `{office}`, `{yymmdd}`, `{nnnn}` are filled in. */
  'caseCode.shape': string;
  /** How long before it is recorded a paper may be dated; what lies further back is a mistake until somebody shows otherwise. */
  'paper.datedEarlierAtMost': Term;
  'filing.channels': readonly ('office' | 'post' | 'online')[];
  'filing.electronicFormats': readonly string[];
  'filing.delegatorMustAuthenticate': boolean;
  'correction.clockRestarts': boolean;
  /** From the acceptance to the first day of publication. */
  'publication.within': Term;
  'publication.duration': Term;
  'deadline.reminders': readonly ReminderRule[];
  'deadline.escalations': readonly EscalationRule[];
  'deadline.suspension': SuspensionPolicy;
  'memberData.retention': Term;
  'fee.founding': FeeSetter;
  'paperForm.receipt': PaperForm;
  'paperForm.correctionNotice': PaperForm;
  'paperForm.refusal': PaperForm;
  'paperForm.certificate': PaperForm;
  'paperForm.withdrawalConfirmation': PaperForm;
  'paperForm.apology': PaperForm;
  'paperForm.foundingRequest': PaperForm;
  'beneficialOwner.minimumShare': number;
  'businessLine.codeDigits': number;
  'name.rules': NameRules;
  'remedy.newFiling': RemedyRule;
  'remedy.complaint': RemedyRule;
  'remedy.lawsuit': RemedyRule;
  'generalMeeting.annualWithin': Term;
  'generalMeeting.revocationAfterNone': Term;
  'generalMeeting.simplifiedEvery': Term;
  'generalMeeting.extraordinaryWithin': Term;
  'generalMeeting.noticeBefore': Term;
  'generalMeeting.agendaProposalBefore': Term;
  'generalMeeting.quorum': readonly QuorumCall[];
  'generalMeeting.specialMajority': number;
  'generalMeeting.specialMatters': readonly string[];
  'generalMeeting.ordinaryMajorityAbove': number;
  'generalMeeting.delegatesFromMembers': number;
  'generalMeeting.delegates': readonly DelegateBand[];
}

export type RulebookSubject = keyof RulebookSubjects;

/** Everything a rulebook is made of; plain data. */
export interface RulebookSource {
  readonly laws: readonly Law[];
  readonly regimes: readonly Regime[];
  readonly transitions: readonly Transition[];
  /** Official procedures by id, ruled here or not: what transitions and loops may name. */
  readonly procedureIndex: Readonly<Record<string, DocumentName>>;
  readonly documentKinds: Readonly<Record<string, DocumentName>>;
  readonly procedures: readonly ProcedureSource[];
  readonly values: { readonly [S in RulebookSubject]: readonly Rule<RulebookSubjects[S]>[] };
}
