import { systemActor } from '@hoptac/kernel';
import { PersonVault, type Sealed } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RoleBook } from './role-book';
import { UserService } from './user.service';

/** As long as the vault itself keeps a key readable: an erasure holds after that time. */
const KEPT_MS = 30_000;

/** What people in office are called, as their identity provider last said; kept as sealed facts, so that lists show names and an erased one is gone. */
@Injectable()
export class StaffNames {
  private readonly opened = new Map<string, { readonly box: string; readonly name: string; readonly until: number }>();

  constructor(
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(RoleBook) private readonly book: RoleBook,
    @Inject(UserService) private readonly users: UserService,
  ) {}

  /** Undefined while nobody told it, and after erasure. */
  async nameOf(userId: string): Promise<string | undefined> {
    const sealed = this.book.userOf(userId).name;
    return sealed === undefined ? undefined : this.open(userId, sealed);
  }

  /** Records the name of somebody in office when it is a new one. */
  async remember(userId: string, name: string): Promise<void> {
    if (name === '' || this.book.userOf(userId).roles.length === 0) return;
    await this.record(userId, name, await this.nameOf(userId));
  }

  /** As `remember`, for tools that granted the roles a moment ago. @returns whether a name was recorded. */
  async record(userId: string, name: string, known: string | undefined): Promise<boolean> {
    if (known === name) return false;
    const sealed = await this.vault.seal(nameId('staff', userId), { name });
    await this.users.name(userId, sealed, {
      actor: systemActor('identity'),
      commandId: nameId('staff-name', `${userId} ${sealed.box}`),
    });
    return true;
  }

  private async open(userId: string, sealed: Sealed): Promise<string | undefined> {
    const kept = this.opened.get(userId);
    if (kept !== undefined && kept.box === sealed.box && kept.until > Date.now()) return kept.name;
    const name = (await this.vault.open(sealed))?.['name'];
    if (typeof name !== 'string') {
      this.opened.delete(userId);
      return undefined;
    }
    this.opened.set(userId, { box: sealed.box, name, until: Date.now() + KEPT_MS });
    return name;
  }
}
