const ELSEWHERE = 'http://local.invalid';

/** A path on our own pages; anything that could lead a browser elsewhere (`//host`, `/\host`, a scheme, control characters) becomes `/`. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 2_000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return '/';
  const url = URL.canParse(wanted, ELSEWHERE) ? new URL(wanted, ELSEWHERE) : undefined;
  return url?.origin === ELSEWHERE ? `${url.pathname}${url.search}${url.hash}` : '/';
}
