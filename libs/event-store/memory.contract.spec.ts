import { eventStoreContract, MemoryEventStore, MemoryLog } from '@hoptac/testing';

const log = new MemoryLog();
eventStoreContract('in memory', (catalogues) => Promise.resolve(new MemoryEventStore({ catalogues, log })));
