import type { AuthenticatedActor } from '@hoptac/identity';

/** What changed in a read model: the streams whose events it took in; absent when it may be any. */
export interface LiveChange {
  readonly streams?: readonly string[];
}

/** How others who look at the same thing are told of somebody: personal data, for their screens only. */
export interface Onlooker {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** What one admitted reader waits for. */
export interface LiveInterest {
  /** Whether the change may show on this reader's page. Asked once per change and reader: look things up once per change. */
  concerns(change: LiveChange): boolean | Promise<boolean>;
  /** Present when readers of the same thing see each other. */
  readonly onlooker?: Onlooker;
}

/** Something that a page may follow, named after its read model. */
export interface LiveTopic {
  /** The read model's name, e.g. `dossiers.queue`. */
  readonly name: string;
  /**
   * Lets a reader in, by the same rights as reading the page.
   * @param key which one, for topics of single things: `dossiers.case-page:<dossier id>`.
   * @throws DomainError what the page itself would answer.
   */
  admit(actor: AuthenticatedActor, key: string | undefined): Promise<LiveInterest>;
}
