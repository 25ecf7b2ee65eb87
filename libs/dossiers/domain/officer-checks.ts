import { officials, passedIf, type Check } from './check-parts';

/*
 * Who may hold an office (L23 Art. 62). Kinship, criminal proceedings and sentences stand in no register that the house can ask: a person judges them.
 */

/** L23 Art. 62.1–62.3: nobody manages and controls the same cooperative, and its offices are for official members; a manager may be hired under full governance. */
const officersCompatible: Check = ({ application, law: { officers } }) => {
  const { elected, governance } = application;
  const { article, evidence, value } = officers;
  const cited = { check: 'officersCompatible', article, evidence } as const;
  if (elected === undefined) return { ...cited, outcome: 'undecided', inputs: { elected: 0 } };
  const holders = (offices: readonly string[]) =>
    new Set(elected.filter(({ office }) => offices.includes(office)).map(({ personId }) => personId));
  const managing = holders(value.managing);
  const both = [...holders(value.controlling)].filter((personId) => managing.has(personId)).length;
  const forMembers = [...value.managing, ...value.controlling].filter(
    (office) => governance !== 'full' || !value.hiredUnderFullGovernance.includes(office),
  );
  const members = new Set(officials(application).map(({ person }) => person.personId));
  const notMembers = [...holders(forMembers)].filter((personId) => !members.has(personId)).length;
  // Somebody who is no member himself may speak for an organisation that is one.
  const mayStandForMembers = officials(application).some(({ organisationCode }) => organisationCode !== undefined);
  return {
    ...cited,
    outcome: both > 0 || (notMembers > 0 && !mayStandForMembers) ? 'failed' : notMembers > 0 ? 'undecided' : 'passed',
    inputs: { elected: elected.length, managingAndControlling: both, notMembers },
  };
};

/** L23 Art. 11, 62.4: no bar is known against the legal representative, and he stands for no other organisation; what the register knows is found by machine, the rest is a person's to judge. */
const representativeFree: Check = ({ representative: { identified, represents }, law: { barredPersons } }) => ({
  check: 'representativeFree',
  outcome: identified && represents.length === 0 ? passedIf(true) : 'undecided',
  article: barredPersons.article,
  evidence: barredPersons.evidence,
  inputs: {
    identified,
    otherOrganisations: represents.length,
    represents: represents.map(({ name, legalStatus }) => `${name} (${legalStatus})`).join('; '),
  },
});

export const OFFICER_CHECKS: readonly Check[] = [representativeFree, officersCompatible];
