import { readCookies, writeCookie } from './cookies';

describe('cookies', () => {
  it('are read by name, the first of two counts', () => {
    expect({ ...readCookies('a=1; hoptac-session=x.y_z==; a=2;junk; =3') }).toEqual({
      a: '1',
      'hoptac-session': 'x.y_z==',
    });
    expect({ ...readCookies(undefined) }).toEqual({});
    expect({ ...readCookies('a='.padEnd(20_000, 'x')) }).toEqual({});
  });

  it('reach no prototype', () => {
    expect(Object.getPrototypeOf(readCookies('__proto__=1'))).toBeNull();
  });

  it('are written with all their attributes', () => {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 60 } as const;
    expect(writeCookie('__Host-a', 'v', options)).toBe(
      '__Host-a=v; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
    );
    for (const value of ['a;b', 'a\r\nb', 'a b'])
      expect(() => writeCookie('a', value, options)).toThrow('cannot be written');
  });
});
