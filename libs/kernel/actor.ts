/** Who did it: a person in a role at an office, or a part of the system. */
export interface Actor {
  /** Id of the account, or `system:<part>`. Never a name: names are personal data. */
  readonly personId: string;
  readonly role: string;
  /** Office (an area's registration office) in which the role is held; absent for applicants and the public. */
  readonly officeId?: string;
  /** The person this one stands in for, when substituted. */
  readonly onBehalfOf?: string;
}

/** The actor of what a workflow, processor or tool does by itself. */
export const systemActor = (part: string): Actor => ({ personId: `system:${part}`, role: 'system' });
