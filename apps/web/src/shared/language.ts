/** Languages of the pages: Vietnamese first, English second. The choice lives in a cookie, so that pages made by the server speak it too. */
export type Language = 'vi' | 'en';

const COOKIE = 'hoptac_language';
const A_YEAR_S = 31_536_000;

/** The language of this visit; a change loads the page again, so it never changes under a running page. */
export const language: Language = new RegExp(`(?:^|; )${COOKIE}=en(?:;|$)`).test(document.cookie) ? 'en' : 'vi';

/** The sentence in the visitor's language: `say('Hồ sơ của tôi', 'My dossiers')`. */
export const say = (vi: string, en: string): string => (language === 'en' ? en : vi);

/** Words by the server's codes, each `[vi, en]`, in the visitor's language. */
export const inLanguage = <Code extends string>(
  words: Readonly<Record<Code, readonly [vi: string, en: string]>>,
): Readonly<Record<Code, string>> =>
  Object.fromEntries(
    Object.entries<readonly [string, string]>(words).map(([code, [vi, en]]) => [code, say(vi, en)]),
  ) as Record<Code, string>;

/** Text that the server gives in both languages. */
export const pick = (text: { readonly vi: string; readonly en: string }): string => say(text.vi, text.en);

export function chooseLanguage(chosen: Language): void {
  document.cookie = `${COOKIE}=${chosen}; path=/; max-age=${A_YEAR_S}; samesite=lax`;
  window.location.reload();
}
