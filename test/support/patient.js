/** Suites on real parts: a busy machine makes them slower, not wrong. Every wait inside has a limit of its own. */
jest.setTimeout(90_000);
