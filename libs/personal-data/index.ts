import './messages';

export * from './domain/personal-data.events';
export { KeyRows, type KeyLine } from './key-rows';
export { FileMasterKey, MASTER_KEY, MasterKeyProblem, type MasterKey } from './master-key';
export { KeyMissing, PersonVault } from './person-vault';
export { PersonalDataModule } from './personal-data.module';
export { BoxDamaged, type JsonObject, type JsonValue, type Sealed } from './sealed-box';
