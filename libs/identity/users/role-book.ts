import { type EventStore, EVENT_STORE } from '@hoptac/event-store';
import type { Instant, LocalDate } from '@hoptac/kernel';
import { Logger } from '@hoptac/platform';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AreaTree } from '../areas/area-tree';
import type { Assignment } from '../permissions/may-act';
import { type User, rolesOn, userDecider } from './user.decider';
import { type UserEvent, userEventVersions } from './user.events';

const RETRY_MS = 1_000;

interface Folded {
  readonly user: User;
  readonly revision: number;
}

/**
 * Every user's roles, folded in memory from the facts and kept up to date by a subscription: some thousand users are a few megabytes,
 * and a permission check costs no round trip. Facts older than the start are there once `caughtUp` answered.
 */
@Injectable()
export class RoleBook implements OnApplicationShutdown {
  private readonly users = new Map<string, Folded>();
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;
  private current = false;
  private waiting: (() => void)[] = [];

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  /** Begins to follow; calling it again changes nothing. */
  start(): void {
    this.following ??= this.follow();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  get isCaughtUp(): boolean {
    return this.current;
  }

  /** Waits until every fact up to now is folded, at most `limitMs`; false when that took too long. */
  async caughtUp(limitMs = 5_000): Promise<boolean> {
    if (this.current) return true;
    let timer: NodeJS.Timeout | undefined;
    const done = new Promise<void>((resolve) => this.waiting.push(resolve));
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
    await Promise.race([done, late]);
    clearTimeout(timer);
    return this.current;
  }

  userOf(userId: string): User {
    return this.users.get(userId)?.user ?? userDecider.initialState();
  }

  /** Ids of all users about whom something is recorded. */
  userIds(): readonly string[] {
    return [...this.users.keys()];
  }

  /** Roles in force on the day; everybody is an applicant and the public beside. */
  assignmentsOf(userId: string, on: LocalDate): readonly Assignment[] {
    const held = rolesOn(this.userOf(userId), on).map((role) => ({
      role: role.role,
      officeId: role.officeId,
      areaCode: this.areas.areaOfOffice(role.officeId),
      ...(role.onBehalfOf === undefined ? {} : { onBehalfOf: role.onBehalfOf }),
    }));
    return [...held, { role: 'applicant' }, { role: 'public' }];
  }

  isLocked(userId: string): boolean {
    return this.userOf(userId).locked;
  }

  /** Sessions issued before this instant are over. */
  sessionsEndedAt(userId: string): Instant | undefined {
    return this.userOf(userId).sessionsEndedAt;
  }

  /** Takes over what a command of this process just made, so that its author sees it at once. */
  adopt(userId: string, user: User, revision: number): void {
    if (revision > (this.users.get(userId)?.revision ?? -1)) this.users.set(userId, { user, revision });
  }

  /** Folds one fact of the store; what an adopted state already contains is passed over. */
  apply(event: UserEvent, revision: number): void {
    const { userId } = event.data;
    const known = this.users.get(userId);
    if (known !== undefined && revision <= known.revision) return;
    this.users.set(userId, { user: userDecider.evolve(this.userOf(userId), event), revision });
  }

  /** The subscription resumes by itself after a lost connection; a failing fold is begun anew, loudly. */
  private async follow(): Promise<void> {
    const filter = { eventTypes: Object.keys(userEventVersions) };
    while (!this.stopping.signal.aborted) {
      try {
        this.users.clear();
        for await (const item of this.store.subscribe(filter, undefined, this.stopping.signal)) {
          if (item.kind === 'event') this.apply(item.recorded.event as UserEvent, item.recorded.revision);
          else if (item.kind === 'caught-up') this.nowCurrent();
        }
      } catch (error) {
        this.logger.warn('Roles cannot be followed, trying again', {
          reason: error instanceof Error ? error.message : String(error),
        });
      }
      await this.pause();
    }
  }

  private nowCurrent(): void {
    this.current = true;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const { signal } = this.stopping;
      if (signal.aborted) {
        resolve();
        return;
      }
      const timer = setTimeout(resolve, RETRY_MS);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
