import './identity.messages';

export type { Area, AreaKind } from './areas/area.types';
export { AreaTree, loadAreas, readAreas } from './areas/area-tree';
export { ALLOWS, Allows, type AllowsOptions, CurrentActor, Public, type RoutePermission } from './http/decorators';
export {
  type ActedUpon,
  type Assignment,
  type AuthenticatedActor,
  actingAs,
  assertMay,
  assignmentFor,
  mayActIn,
  recordedActor,
} from './permissions/may-act';
export { type Action, PERMISSIONS, type Reach, rolesAllowed } from './permissions/permissions';
export { RoleBook } from './users/role-book';
export {
  type GrantRole,
  type GrantSubstitution,
  type LockUser,
  type RevokeRole,
  type User,
  type UserCommand,
  userDecider,
  userDefinition,
} from './users/user.decider';
export {
  OFFICE_ROLES,
  type OfficeRole,
  ROLES,
  type Role,
  type UserEvent,
  identityCatalogue,
} from './users/user.events';
export { IdentityModule } from './identity.module';
export { type Ordered, type RoleOrder, UserService } from './users/user.service';
export { StaffNames } from './users/staff-names';
export { TokenVerifier, type VerifiedToken } from './tokens/token-verifier';
export { localPath } from './session/local-path';
export { accountIdOf } from './account-id';
export { type DemoAccount, demoAccounts } from './demo/demo-accounts';
export { type ListedRoute, controllersOf, listRoutes } from './http/list-routes';
export { grantDemoRoles } from './demo/grant-demo-roles';
export { CLI_CLIENT, CLI_REDIRECT } from './cli-client';
