import { type RequestParts, readAfterPosition, readWritingRequest } from './writing-request.decorator';

const KEY = '0192f0c4-7e8a-7d11-9c55-3a6d1c0f2b7e';
const request = (more: Partial<RequestParts> = {}): RequestParts => ({
  method: 'POST',
  url: '/api/dossiers/d1/claim?x=1',
  headers: { 'idempotency-key': KEY },
  actor: { personId: 'p1' },
  ...more,
});
const commandId = (more?: Partial<RequestParts>): string => readWritingRequest(request(more)).commandId;

describe('WritingRequest', () => {
  it('makes one command id of person, method, path and key', () => {
    expect(commandId()).toBe(commandId());
    expect(commandId({ url: '/api/dossiers/d1/claim' })).toBe(commandId());
    expect(
      new Set([
        commandId(),
        commandId({ actor: { personId: 'p2' } }),
        commandId({ url: '/api/dossiers/d2/claim' }),
        commandId({ method: 'PUT' }),
      ]).size,
    ).toBe(4);
  });

  it('knows another body again, and hashes JSON alone', () => {
    const hashOf = (body: unknown, type = 'application/json; charset=utf-8'): string | undefined =>
      readWritingRequest(request({ headers: { 'idempotency-key': KEY, 'content-type': type }, body })).requestHash;
    expect(hashOf({ reason: 'Đổi trụ sở' })).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf({ reason: 'Đổi trụ sở' })).toBe(hashOf({ reason: 'Đổi trụ sở' }));
    expect(hashOf({ reason: 'Đổi trụ sở' })).not.toBe(hashOf({ reason: 'Đổi tên' }));
    expect([hashOf(undefined), hashOf({ a: 1 }, 'multipart/form-data')]).toEqual([undefined, undefined]);
  });

  it.each([undefined, '', 'short', 'x'.repeat(65), 'has blank inside it!!', 'é'.repeat(20)])(
    'refuses the key %p',
    (key) => {
      expect(() => readWritingRequest(request({ headers: { 'idempotency-key': key } }))).toThrow(
        expect.objectContaining({ code: 'PLATFORM.IDEMPOTENCY_KEY_MISSING', kind: 'invalid' }),
      );
    },
  );

  it('reads the revision that the person saw', () => {
    const revisionOf = (match: string): number | undefined =>
      readWritingRequest(request({ headers: { 'idempotency-key': KEY, 'if-match': match } })).ifRevision;
    expect(revisionOf('W/"7"')).toBe(7);
    expect(revisionOf('"0"')).toBe(0);
    expect(revisionOf('*')).toBeUndefined();
    for (const wrong of ['7', 'W/"x"', 'W/"1", W/"2"', 'W/"-1"'])
      expect(() => revisionOf(wrong)).toThrow(expect.objectContaining({ code: 'PLATFORM.IF_MATCH_INVALID' }));
  });
});

describe('AfterPosition', () => {
  it('reads a position beyond what a number holds', () => {
    expect(readAfterPosition(request({ query: { after: '18446744073709551615' } }))).toBe(18446744073709551615n);
    expect(readAfterPosition(request({ query: {} }))).toBeUndefined();
  });

  it.each(['x', '-1', '1.5', '1'.repeat(21), ['1', '2']])('refuses %p', (after) => {
    expect(() => readAfterPosition(request({ query: { after } }))).toThrow(
      expect.objectContaining({ code: 'PLATFORM.AFTER_INVALID' }),
    );
  });
});
