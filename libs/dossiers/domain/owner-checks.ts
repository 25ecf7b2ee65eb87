import { compared, type Check } from './check-parts';
import { proposeBeneficialOwners } from './founding-application';

/**
 * D295 Art. 66: beneficial owners are declared; whoever holds the share by himself must be among them. Nothing declared: an officer judges. Indirect
 * shares, families and control cannot be seen from here.
 */
export const beneficialOwners: Check = ({ application, law: { beneficialOwnerShare: share } }) => {
  if (share === undefined) return undefined;
  const declared = application.beneficialOwners ?? [];
  const proposed = proposeBeneficialOwners(application, share.value).filter(({ ground }) => ground === 'capital');
  const undeclared = proposed.filter(({ personId }) => !declared.some((owner) => owner.personId === personId)).length;
  const found = compared('beneficialOwners', share, undeclared === 0, {
    declared: declared.length,
    undeclared,
    fromBasisPoints: share.value,
  });
  return declared.length === 0 ? { ...found, outcome: 'undecided' } : found;
};
