import './messages';

export {
  ACCESS_CATEGORY,
  VIEW_PURPOSES,
  type PersonalDataViewed,
  type ViewPurpose,
} from './domain/personal-data-access';
export * from './domain/personal-data.events';
export { maskedRecord } from './masking';
export { PersonalDataAccess } from './personal-data-access';
export { KeyRows, type KeyLine } from './key-rows';
export { FileMasterKey, MASTER_KEY, MasterKeyProblem, type MasterKey } from './master-key';
export { KeyMissing, PersonVault } from './person-vault';
export { PersonalDataModule } from './personal-data.module';
export { BoxDamaged, type JsonObject, type JsonValue, type Sealed } from './sealed-box';
export { identityFingerprint } from './identity-fingerprint';
