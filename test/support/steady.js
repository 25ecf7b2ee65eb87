/** Unit tests wait for nothing; the limit only allows for a machine that is busy with something else. */
jest.setTimeout(30_000);
