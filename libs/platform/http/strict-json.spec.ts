import { DomainError } from '@hoptac/kernel';
import { strictJson } from './strict-json';

const parse = (text: string): unknown => strictJson(Buffer.from(text));
const codeOf = (body: Buffer | string): string | undefined => {
  try {
    strictJson(Buffer.from(body as string));
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe('strictJson', () => {
  it('reads what JSON.parse reads', () => {
    for (const value of [
      { a: [1, 'x"}{[', { b: null }], 'c:d': true },
      [],
      'text',
      12,
      { tên: 'Hợp tác xã', e: '\\"' },
    ]) {
      expect(parse(JSON.stringify(value))).toEqual(value);
      expect(parse(JSON.stringify(value, null, 2))).toEqual(value);
    }
  });

  it('allows the same key in different objects', () => {
    expect(parse('{"a":{"a":1},"b":[{"a":2},{"a":3}]}')).toEqual({ a: { a: 1 }, b: [{ a: 2 }, { a: 3 }] });
  });

  it.each(['{"a":1,"a":2}', '{"a":1, "\\u0061" : 2}', '[{"x":{"y":1,"y":1}}]'])(
    'refuses a key named twice: %s',
    (text) => {
      expect(codeOf(text)).toBe('PLATFORM.JSON_DUPLICATE_KEY');
    },
  );

  it('sees a key however far away its colon stands', () => {
    expect(codeOf(`{"a":1,"a"${' '.repeat(5_000)}:2}`)).toBe('PLATFORM.JSON_DUPLICATE_KEY');
    expect(codeOf(`{"__proto__"${'\n'.repeat(100)}:{"x":1}}`)).toBe('PLATFORM.JSON_MALFORMED');
  });

  it('refuses nesting beyond any document of ours', () => {
    expect(codeOf('['.repeat(24) + ']'.repeat(24))).toBeUndefined();
    expect(codeOf('['.repeat(25) + ']'.repeat(25))).toBe('PLATFORM.JSON_TOO_DEEP');
    expect(codeOf('{"a":'.repeat(100_000))).toBe('PLATFORM.JSON_TOO_DEEP');
  });

  it.each(['{"a":', '{"a" 1}', '"abc', '{"__proto__":{"x":1}}', '{"constructor":1}', 'nul', '{"\\u00":1}'])(
    'refuses %s',
    (text) => {
      expect(codeOf(text)).toBe('PLATFORM.JSON_MALFORMED');
    },
  );

  it.each(['{"name":"a\\u0000b"}', '{"name":"a\\ud800b"}', '["a\\u0007"]', '{"a\\u0001":1}', '"\\u007f"'])(
    'refuses text that not every part of the house can keep: %s',
    (text) => {
      expect(codeOf(text)).toBe('PLATFORM.TEXT_NOT_ALLOWED');
    },
  );

  it('keeps tabs, line ends, marks and characters of two halves', () => {
    const text = 'dòng một\n\tdòng hai\r\n𠀋 ế';
    expect(parse(JSON.stringify({ text }))).toEqual({ text });
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toBe('PLATFORM.JSON_MALFORMED');
  });
});
