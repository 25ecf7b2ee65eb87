import { localDateOf, type LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import { Injectable } from '@nestjs/common';
import {
  codeMustBeFree,
  organisationMustBeEntered,
  ownNameOf,
  type Certificate,
  type RegisteredContent,
} from '../domain';
import { certificateToken } from './certificate-token';
import { OrganisationCodes } from './organisation-codes';
import { OrganisationNames } from './organisation-names';
import { OrganisationStore } from './stores';
import type { WorkingContext } from './working-context';

/** What a granted dossier asks to be entered. */
export interface GrantedRegistration {
  readonly dossierId: string;
  /** The tax code, which becomes the organisation's code (L23 Art. 46). */
  readonly taxCode: string;
  readonly content: RegisteredContent;
  readonly officeId: string;
  /** Keyed fingerprint of the representative's identity number. */
  readonly representativeFingerprint?: string;
  /** Last day on which it may be published first (L23 Art. 49.3). */
  readonly publicationDueOn: LocalDate;
}

/** When a registration is published, and by when the law wants it. */
export interface Publication {
  readonly publishedOn: LocalDate;
  readonly publishedUntil: LocalDate;
  readonly dueOn: LocalDate;
  readonly article: string;
}

export interface Registered {
  readonly organisationId: string;
  readonly code: string;
  readonly certificate: Certificate;
}

/** Enters organisations and issues their certificates (L23 Art. 42.4, 45–46; D295 Art. 34). */
@Injectable()
export class OrganisationRegister {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly names: OrganisationNames,
    private readonly codes: OrganisationCodes,
    private readonly vault: PersonVault,
  ) {}

  /**
   * Enters the organisation once per dossier, however often it is asked, and turns the dossier's name into the organisation's own.
   * @throws DomainError `REGISTRY.CODE_TAKEN` when another organisation has the code; `REGISTRY.CODE_MALFORMED`, `REGISTRY.ALREADY_ENTERED`; the errors of the event store.
   */
  async register(granted: GrantedRegistration, context: WorkingContext): Promise<Registered> {
    const organisationId = organisationIdOf(granted.dossierId);
    if (!(await this.codes.assign(granted.taxCode, organisationId, context)))
      codeMustBeFree({ organisationId: 'another' }, granted.taxCode);
    const registeredOn = localDateOf(context.now);
    // The first certificate under this code; re-issues count on.
    const number = `${granted.taxCode}-01`;
    const { state } = await this.organisations.execute(
      organisationId,
      {
        type: 'RegisterOrganisation',
        data: {
          organisationId,
          code: granted.taxCode,
          content: granted.content,
          registeredOn,
          officeId: granted.officeId,
          dossierId: granted.dossierId,
          ...(granted.representativeFingerprint === undefined
            ? {}
            : { representativeFingerprint: granted.representativeFingerprint }),
          publicationDueOn: granted.publicationDueOn,
          certificateNumber: number,
          certificateToken: certificateToken(this.vault, { organisationId, number, content: granted.content }),
        },
        metadata: { now: context.now, actor: context.actor, commandId: `${context.commandId}/organisation` },
      },
      {
        correlationId: context.correlationId,
        causationId: context.commandId,
        effectiveOn: registeredOn,
        legalBasis: ['L23 Art. 42.4', 'L23 Art. 45', 'L23 Art. 46'],
      },
    );
    organisationMustBeEntered(state);
    const holder = { type: 'organisation', id: organisationId } as const;
    const ownName = ownNameOf(granted.content.name);
    await this.names.reserve(ownName, granted.content.kind, holder, context, granted.dossierId);
    return { organisationId, code: granted.taxCode, certificate: certificateOf(state) };
  }

  /** Publishes what a dossier founded, once. @throws DomainError `REGISTRY.ORGANISATION_NOT_FOUND`; the errors of the event store. */
  async publish(dossierId: string, publication: Publication, context: WorkingContext): Promise<void> {
    const organisationId = organisationIdOf(dossierId);
    await this.organisations.execute(
      organisationId,
      {
        type: 'PublishOrganisation',
        data: { organisationId, ...publication },
        metadata: { now: context.now, actor: context.actor, commandId: `${context.commandId}/publication` },
      },
      {
        correlationId: context.correlationId,
        causationId: context.commandId,
        effectiveOn: publication.publishedOn,
        legalBasis: [publication.article],
      },
    );
  }
}

/** @throws Error for an organisation that was taken over: nobody registers those again, by their ids. */
function certificateOf({ certificate }: { readonly certificate?: Certificate }): Certificate {
  if (certificate === undefined) throw new Error('A registered organisation has a certificate');
  return certificate;
}

/** The organisation that a dossier founds. */
export const organisationIdOf = (dossierId: string): string => nameId('organisation-of-dossier', dossierId);
