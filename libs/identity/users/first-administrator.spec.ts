import { systemActor, type Clock } from '@hoptac/kernel';
import { createPino, Logger } from '@hoptac/platform';
import { MemoryEventStore } from '@hoptac/testing';
import { loadAreas } from '../areas/area-tree';
import { RoleBook } from './role-book';
import { UserService } from './user.service';

const actor = systemActor('spec');
const clock: Clock = { now: () => '2026-11-22T03:00:00.000Z' };

describe('the first administrator', () => {
  const books: RoleBook[] = [];
  const house = (store = new MemoryEventStore()): { users: UserService; book: RoleBook; store: MemoryEventStore } => {
    const book = new RoleBook(store, loadAreas(), new Logger(createPino('test', 'silent')));
    books.push(book);
    return { users: new UserService(store, clock, loadAreas(), book), book, store };
  };
  afterEach(() => Promise.all(books.splice(0).map((book) => book.onApplicationShutdown())));

  it('is appointed at the province where nobody administers, once however often it is asked', async () => {
    const { users, book, store } = house();
    await expect(users.appointFirstAdministrator('vneid-1', actor)).resolves.toBe(true);
    expect(book.assignmentsOf('vneid-1', '2026-11-22')).toContainEqual(
      expect.objectContaining({ role: 'administrator', officeId: 'office-91' }),
    );
    await expect(house(store).users.appointFirstAdministrator('vneid-1', actor)).resolves.toBe(false);
  });

  it('is refused where somebody administers already', async () => {
    const { users } = house();
    await users.appointFirstAdministrator('vneid-1', actor);
    await expect(users.appointFirstAdministrator('vneid-2', actor)).rejects.toMatchObject({
      code: 'IDENTITY.ADMINISTRATOR_EXISTS',
    });
  });

  it('is the way back in where every administrator is locked', async () => {
    const { users } = house();
    await users.appointFirstAdministrator('vneid-1', actor);
    await users.lock('vneid-1', 'left', { actor, commandId: 'lock-1' });
    await expect(users.appointFirstAdministrator('vneid-2', actor)).resolves.toBe(true);
  });
});
