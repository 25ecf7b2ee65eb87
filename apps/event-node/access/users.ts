/** Users of the node, from a JSON file or the administrator's password alone, and the rights of streams (`$acl`). */
import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Metadata } from '@grpc/grpc-js';
import { ConfigError, type NodeConfig } from '../config';
import { unauthenticated } from '../protocol/errors';
import type { Catalog } from '../store/catalog';
import type { StreamAcl } from '../store/stream-metadata';
import { TwoGenerations } from '../store/two-generations';
import { OPEN_ACCESS, type Access, type Operation, type User } from './access';

/** A user in the file: `hash` is what `hashPassword` gives. */
interface UserEntry {
  login: string;
  hash: string;
  groups?: string[];
}

interface KnownUser extends User {
  hash: string;
}

const ADMINS = '$admins';
const OPERATORS = '$ops';
const EVERYBODY = '$all';
const REMEMBERED = 1_000;

/** `salt:hash` of a password, for the file of users. */
export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(password, salt, 32).toString('hex')}`;
}

function matches(password: string, stored: string): boolean {
  const [salt, hash] = stored.split(':');
  if (!salt || !hash) return false;
  const expected = Buffer.from(hash, 'hex');
  return timingSafeEqual(scryptSync(password, Buffer.from(salt, 'hex'), expected.length), expected);
}

/** The access rules the configuration asks for. Throws `ConfigError`. */
export function accessFor(config: NodeConfig, catalog: Catalog): Access {
  const users = new Map<string, KnownUser>();
  if (config.usersFile) {
    let entries: UserEntry[];
    try {
      entries = JSON.parse(readFileSync(config.usersFile, 'utf8')) as UserEntry[];
    } catch (error) {
      throw new ConfigError(`HOPTAC_EVENTSTORE_USERS: ${(error as Error).message}`);
    }
    for (const entry of entries)
      users.set(entry.login, { name: entry.login, groups: entry.groups ?? [], hash: entry.hash });
  }
  if (config.adminPassword)
    users.set('admin', { name: 'admin', groups: [ADMINS], hash: hashPassword(config.adminPassword) });
  return users.size === 0 ? OPEN_ACCESS : new UserAccess(users, catalog);
}

class UserAccess implements Access {
  /** Verified headers by their hash: checking a password takes tens of milliseconds by design. */
  private readonly verified = new TwoGenerations<string, User>(REMEMBERED);

  constructor(
    private readonly users: ReadonlyMap<string, KnownUser>,
    private readonly catalog: Catalog,
  ) {}

  userOf(metadata: Metadata): User {
    const user = this.userOfHeader(metadata.get('authorization')[0]?.toString());
    if (!user) throw unauthenticated();
    return user;
  }

  userOfHeader(header: string | undefined): User | null {
    if (!header?.startsWith('Basic ')) return null;
    const key = createHash('sha256').update(header).digest('base64');
    const known = this.verified.get(key);
    if (known) return known;
    const text = Buffer.from(header.slice(6), 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const user = this.users.get(text.slice(0, Math.max(0, colon)));
    if (!user || !matches(text.slice(colon + 1), user.hash)) return null;
    this.verified.set(key, user);
    return user;
  }

  operates(user: User): boolean {
    return user.groups.includes(ADMINS) || user.groups.includes(OPERATORS);
  }

  allows(user: User, stream: string, operation: Operation): boolean {
    if (user.groups.includes(ADMINS)) return true;
    const roles =
      (stream === EVERYBODY ? null : this.rolesOf(stream, operation)) ??
      (stream.startsWith('$') ? [ADMINS] : [EVERYBODY]);
    return roles.some((role) => role === EVERYBODY || role === user.name || user.groups.includes(role));
  }

  private rolesOf(stream: string, operation: Operation): string[] | null {
    const acl: StreamAcl | null = this.catalog.durableMetadata(this.catalog.stream(stream)).acl;
    return acl?.[operation] ?? null;
  }
}
