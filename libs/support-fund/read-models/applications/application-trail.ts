import type { Instant, Recorded } from '@hoptac/kernel';
import type { LoanApplicationEvent } from '../../domain';

type Data<Type extends LoanApplicationEvent['type']> = Extract<LoanApplicationEvent, { type: Type }>['data'];
type At<D> = D & { readonly at: Instant };

/** What an application's page shows that no decision needs: who said what, and when. */
export interface ApplicationTrail {
  readonly returned?: At<Data<'LoanApplicationReturned'>>;
  readonly acceptedAt?: Instant;
  readonly report?: At<Data<'LoanApplicationAppraised'>>;
  readonly sentBack?: At<Data<'LoanApplicationSentBack'>>;
  readonly votes: readonly At<Data<'LoanVoteCast'>>[];
  readonly bonds: readonly At<Data<'LoanBondDeclared'>>[];
  readonly approval?: At<Data<'LoanApplicationApproved'>>;
  readonly rejection?: At<Data<'LoanApplicationRejected'>>;
  readonly signed?: { readonly at: Instant; readonly paper?: string };
  readonly perfected?: At<Data<'LoanSecurityPerfected'>>;
}

export const NO_TRAIL: ApplicationTrail = { votes: [], bonds: [] };

/** The trail after the event. A new report has no votes yet. */
export function foldTrail(trail: ApplicationTrail, recorded: Recorded): ApplicationTrail {
  const event = recorded.event as LoanApplicationEvent;
  const at = recorded.metadata.occurredAt;
  switch (event.type) {
    case 'LoanApplicationReturned':
      return { ...trail, returned: { ...event.data, at } };
    case 'LoanApplicationAccepted':
      return { ...trail, acceptedAt: at };
    case 'LoanApplicationAppraised':
      return { ...trail, report: { ...event.data, at }, votes: [] };
    case 'LoanApplicationSentBack':
      return { ...trail, sentBack: { ...event.data, at }, votes: [] };
    case 'LoanVoteCast':
      return {
        ...trail,
        votes: [...trail.votes.filter(({ memberId }) => memberId !== event.data.memberId), { ...event.data, at }],
      };
    case 'LoanBondDeclared':
      return { ...trail, bonds: [...trail.bonds, { ...event.data, at }] };
    case 'LoanApplicationApproved':
      return { ...trail, approval: { ...event.data, at } };
    case 'LoanApplicationRejected':
      return { ...trail, rejection: { ...event.data, at } };
    case 'LoanContractSigned':
      return { ...trail, signed: { at, ...(event.data.paper === undefined ? {} : { paper: event.data.paper }) } };
    case 'LoanSecurityPerfected':
      return { ...trail, perfected: { ...event.data, at } };
    default:
      return trail;
  }
}
