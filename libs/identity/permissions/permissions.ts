import type { Role } from '../users/user.events';

/**
 * How far a permission reaches.
 * - `own`: what the person filed or uploaded; `office`: cases of the office where the role is held;
 * - `area`: everything within the area of that office, on the day asked for; `any`: no limit.
 */
export type Reach = 'own' | 'office' | 'area' | 'any';

/** THE table: role × action × reach. Nothing else grants anything; what is not here is refused. */
export const PERMISSIONS = {
  public: {
    'dossiers.lookup': 'any',
    'registry.lookup': 'any',
  },
  applicant: {
    'dossiers.file': 'any',
    'dossiers.readOwn': 'own',
    'dossiers.draft': 'own',
    'dossiers.read': 'own',
    'dossiers.resubmit': 'own',
    'dossiers.withdraw': 'own',
    'dossiers.readPapers': 'own',
    'documents.put': 'any',
    'documents.read': 'own',
    'live.follow': 'any',
    'supportFund.apply': 'any',
    'supportFund.readFund': 'any',
    'supportFund.readOwn': 'own',
    'supportFund.read': 'own',
    'supportFund.complete': 'own',
    'supportFund.withdraw': 'own',
  },
  clerk: {
    'dossiers.file': 'any',
    'dossiers.read': 'office',
    'dossiers.readPapers': 'office',
    'dossiers.list': 'office',
    'dossiers.handOver': 'office',
    'staff.read': 'office',
    'dossiers.resubmit': 'office',
    'registry.read': 'area',
    'documents.put': 'any',
    'documents.read': 'any',
  },
  officer: {
    'dossiers.read': 'office',
    'dossiers.previewPapers': 'office',
    'dossiers.readPapers': 'office',
    'dossiers.list': 'office',
    'dossiers.claim': 'office',
    'dossiers.requestCorrection': 'office',
    'dossiers.examine': 'office',
    'dossiers.explainDelay': 'office',
    'staff.read': 'office',
    'registry.read': 'area',
    'documents.put': 'any',
    'documents.read': 'any',
  },
  head: {
    'dossiers.read': 'office',
    'dossiers.previewPapers': 'office',
    'dossiers.readPapers': 'office',
    'dossiers.list': 'office',
    'dossiers.decide': 'office',
    'dossiers.assign': 'office',
    'dossiers.explainDelay': 'office',
    'dossiers.extendDeadline': 'office',
    'deadlines.suspend': 'area',
    'substitutions.manage': 'office',
    'dossiers.return': 'office',
    'dossiers.decideWithdrawal': 'office',
    'workload.read': 'office',
    'staff.read': 'office',
    'registry.read': 'area',
    'audit.read': 'area',
    'documents.put': 'any',
    'documents.read': 'any',
  },
  supervisor: {
    'dossiers.read': 'area',
    'dossiers.list': 'area',
    'registry.read': 'area',
    'registry.import': 'area',
    'staff.read': 'area',
    'workload.read': 'area',
    'deadlines.suspend': 'area',
    'audit.read': 'area',
    'personalData.view': 'area',
    'documents.read': 'any',
    'supportFund.read': 'area',
    'supportFund.list': 'area',
  },
  inspector: {
    'dossiers.read': 'area',
    'dossiers.list': 'area',
    'registry.read': 'area',
    'staff.read': 'area',
    'audit.read': 'area',
    'personalData.view': 'area',
    'documents.read': 'any',
    'supportFund.read': 'area',
    'supportFund.list': 'area',
  },
  administrator: {
    'users.manage': 'any',
    'substitutions.manage': 'any',
    'staff.read': 'any',
    'projections.manage': 'any',
    'cases.manage': 'any',
    'mail.manage': 'any',
    'calendar.override': 'any',
    'clock.advance': 'any',
    'registry.import': 'any',
    'supportFund.found': 'any',
  },
  fundOfficer: {
    'supportFund.read': 'office',
    'supportFund.list': 'office',
    'supportFund.check': 'office',
    'supportFund.appraise': 'office',
    'supportFund.declareBond': 'office',
    'supportFund.recordSecurity': 'office',
    'staff.read': 'office',
    'documents.put': 'any',
    'documents.read': 'any',
  },
  fundTreasurer: {
    'supportFund.read': 'office',
    'supportFund.list': 'office',
    'supportFund.proposeChange': 'office',
    'staff.read': 'office',
    'documents.put': 'any',
    'documents.read': 'any',
  },
  fundCouncil: {
    'supportFund.read': 'office',
    'supportFund.list': 'office',
    'supportFund.declareBond': 'office',
    'supportFund.vote': 'office',
    'supportFund.concludeVote': 'office',
    'staff.read': 'office',
    'documents.read': 'any',
  },
  fundDirector: {
    'supportFund.read': 'office',
    'supportFund.list': 'office',
    'supportFund.assign': 'office',
    'supportFund.sendBack': 'office',
    'supportFund.declareBond': 'office',
    'supportFund.decide': 'office',
    'supportFund.sign': 'office',
    'supportFund.confirmChange': 'office',
    'supportFund.appoint': 'office',
    'staff.read': 'office',
    'documents.put': 'any',
    'documents.read': 'any',
  },
} as const satisfies Record<Role, Readonly<Record<string, Reach>>>;

type Table = typeof PERMISSIONS;
/** Every action that some role may do. */
export type Action = { [R in keyof Table]: keyof Table[R] }[keyof Table];

/** Roles that may do the action at all, with their reach. */
export function rolesAllowed(action: Action): readonly { readonly role: Role; readonly reach: Reach }[] {
  return (Object.entries(PERMISSIONS) as [Role, Readonly<Record<string, Reach>>][]).flatMap(([role, actions]) => {
    const reach = actions[action];
    return reach === undefined ? [] : [{ role, reach }];
  });
}
