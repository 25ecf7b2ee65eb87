import { EVENT_STORE, eventId, type EventStore, RevisionConflict, streamName } from '@hoptac/event-store';
import { type Actor, CLOCK, type Clock, invalidInput, notAllowedNow } from '@hoptac/kernel';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { isDatabaseOutage } from '@hoptac/read-db';
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PERSON_CATEGORY, type PersonalDataErased } from './domain/personal-data.events';
import { KeyCache } from './key-cache';
import { type KeyLine, KeyRows } from './key-rows';
import { MASTER_KEY, type MasterKey } from './master-key';
import { fingerprintOf, type JsonObject, openBox, sealBox, type Sealed } from './sealed-box';

const UNLOCK_AGAIN_MS = 500;
const FINGERPRINT = 'fingerprint';
const KEY_BYTES = 32;
/** Ids of ours; bare digits would be somebody's identity number. */
const PERSON_ID = /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const REASON = /^[a-z][a-z0-9-]{1,59}$/;

/**
 * Seals what is said of natural persons, each with a key of their own; destroying the key erases the person and leaves the history whole.
 * Keys are kept readable for at most 30 seconds, so a destruction holds in every process after that time, here at once.
 */
@Injectable()
export class PersonVault implements OnModuleInit, OnApplicationShutdown {
  private readonly cache = new KeyCache({ limit: 5_000, lifeMs: 30_000 });
  private fingerprintKey: KeyObject | undefined;
  private readonly stopping = new AbortController();
  private opening: Promise<void> = Promise.resolve();
  /** Why it is not open. */
  private outage: unknown;

  constructor(
    private readonly rows: KeyRows,
    @Inject(MASTER_KEY) private readonly master: MasterKey,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens the vault. With the database away the program starts all the same: everything that needs no person works, the rest says so (503), and the vault
   * opens as soon as it can. @throws MasterKeyProblem.
   */
  async onModuleInit(): Promise<void> {
    try {
      await this.unlock();
    } catch (error) {
      if (!isDatabaseOutage(error)) throw error;
      this.outage = error;
      this.opening = this.keepUnlocking();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.opening;
  }

  private async keepUnlocking(): Promise<void> {
    while (this.fingerprintKey === undefined && !this.stopping.signal.aborted) {
      await sleep(UNLOCK_AGAIN_MS, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
      await this.unlock().catch((error: unknown) => (this.outage = error));
    }
  }

  /** Makes schema and fingerprint key where they are missing. */
  private async unlock(): Promise<void> {
    const wrapped = await this.rows.secret(FINGERPRINT, async () => ({
      masterKeyId: await this.master.id(),
      wrapped: await this.master.wrap(`secret/${FINGERPRINT}`, randomBytes(KEY_BYTES)),
    }));
    this.fingerprintKey = createSecretKey(await this.master.unwrap(`secret/${FINGERPRINT}`, wrapped));
  }

  /**
   * Encrypts a record of a person; the key is made and stored durably at first use.
   * @throws DomainError `PERSONAL_DATA.PERSON_ERASED` after erasure; `PERSONAL_DATA.PERSON_ID_INVALID`.
   */
  async seal(personId: string, record: JsonObject): Promise<Sealed> {
    if (!PERSON_ID.test(personId)) throw invalidInput('PERSONAL_DATA.PERSON_ID_INVALID', 'Not the id of a person');
    const key = await this.cache.get(personId, () => this.keyFor(personId));
    if (key === null)
      throw notAllowedNow('PERSONAL_DATA.PERSON_ERASED', 'The person was erased; nothing more can be sealed', {
        personId,
      });
    return { personId, box: sealBox(key, personId, record) };
  }

  /** The record, or null after erasure. @throws BoxDamaged when the box is not what was sealed. */
  async open(sealed: Sealed): Promise<JsonObject | null> {
    const key = await this.cache.get(sealed.personId, () => this.existingKey(sealed.personId));
    return key === null ? null : openBox(key, sealed);
  }

  /**
   * Erases a person for ever. First the fact `PersonalDataErased` in stream `person-<id>`, then the key: when the answer is lost, the same call again
   * (or `enforceErasures`) ends what was begun. `reason` is a code like `retention-ended`, never a text about the person.
   */
  async destroy(personId: string, reason: string, actor: Actor): Promise<void> {
    if (!PERSON_ID.test(personId)) throw invalidInput('PERSONAL_DATA.PERSON_ID_INVALID', 'Not the id of a person');
    if (!REASON.test(reason))
      throw invalidInput('PERSONAL_DATA.REASON_INVALID', 'The reason of an erasure is a code, not a text');
    await this.recordErasure(personId, reason, actor);
    await this.rows.destroy([personId]);
    this.cache.forget(personId);
  }

  /** Destroys the key of everybody whose erasure is a fact; after restoring an older copy of the keys, and at a worker's start. */
  async enforceErasures(): Promise<number> {
    let count = 0;
    let batch: string[] = [];
    const flush = async (): Promise<void> => {
      await this.rows.destroy(batch);
      for (const personId of batch) this.cache.forget(personId);
      count += batch.length;
      batch = [];
    };
    for await (const { event } of this.events.readAll({ eventTypes: ['PersonalDataErased'] })) {
      batch.push((event as PersonalDataErased).data.personId);
      if (batch.length === 500) await flush();
    }
    if (batch.length > 0) await flush();
    return count;
  }

  /**
   * Keyed HMAC for equality of identity numbers without reading them: spaces, dots, dashes and letter case make no difference.
   * @throws VaultNotOpen while the database has not been reached since the start.
   */
  fingerprint(text: string): string {
    if (this.fingerprintKey === undefined) throw new VaultNotOpen(this.outage);
    return fingerprintOf(this.fingerprintKey, text);
  }

  /** The wrapped keys for a backup, in one consistent view. Copy the events first, then the keys; the master key file goes elsewhere. */
  exportKeys(): AsyncGenerator<KeyLine> {
    return this.rows.lines();
  }

  /** Puts wrapped keys back (same master key needed) and erases again whoever the facts say was erased. Gives the number of lines. */
  async importKeys(lines: AsyncIterable<KeyLine> | Iterable<KeyLine>): Promise<number> {
    const count = await this.rows.restore(lines);
    this.cache.clear();
    await this.enforceErasures();
    await this.unlock();
    return count;
  }

  private async recordErasure(personId: string, reason: string, actor: Actor): Promise<void> {
    const stream = streamName(PERSON_CATEGORY, personId);
    const event: PersonalDataErased = { type: 'PersonalDataErased', data: { personId, reason } };
    const commandId = eventId(`personal-data.erase/${personId}`, 0);
    try {
      await this.events.append(stream, 'no-stream', [event], {
        commandId,
        occurredAt: this.clock.now(),
        actor,
        correlationId: personId,
      });
    } catch (error) {
      // The stream begins with the erasure and has nothing else: somebody was quicker.
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }

  private async keyFor(personId: string): Promise<KeyObject | null> {
    const found = await this.rows.find(personId);
    if (found !== undefined) return this.unwrapped(personId, found.wrapped);
    const wrapped = Buffer.from(await this.master.wrap(`person/${personId}`, randomBytes(KEY_BYTES)));
    const stored = await this.rows.insert({ personId, masterKeyId: await this.master.id(), wrapped });
    return this.unwrapped(personId, stored.wrapped);
  }

  /** @throws Error when no key was ever stored: a sealed record without its key row means a vault that was lost or not restored. */
  private async existingKey(personId: string): Promise<KeyObject | null> {
    const found = await this.rows.find(personId);
    if (found === undefined) throw new KeyMissing(personId);
    return this.unwrapped(personId, found.wrapped);
  }

  private async unwrapped(personId: string, wrapped: Buffer | null): Promise<KeyObject | null> {
    return wrapped === null ? null : createSecretKey(await this.master.unwrap(`person/${personId}`, wrapped));
  }
}

/** The vault has not been opened since the program started; its cause is the outage, so the edge answers 503. */
class VaultNotOpen extends Error {
  override readonly name = 'VaultNotOpen';
  constructor(outage: unknown) {
    super('The vault is not open', { cause: outage });
  }
}

/** A sealed record whose key row does not exist: the vault was lost or not restored. Not the same as an erased person. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
  constructor(readonly personId: string) {
    super(`The vault has no key row of person ${personId}; restore the keys of this data`);
  }
}
