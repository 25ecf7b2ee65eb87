import type { ErrorDetails } from '@hoptac/kernel';

/** One sentence in both languages; `{name}` is filled from the refusal's details. */
export interface MessageText {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof MessageText;

const catalogue = new Map<string, MessageText>();

/** Adds a context's sentences by code. @throws Error when a code is given two different texts. */
export function addMessages(messages: Readonly<Record<string, MessageText>>): void {
  for (const [code, text] of Object.entries(messages)) {
    const before = catalogue.get(code);
    if (before !== undefined && (before.vi !== text.vi || before.en !== text.en))
      throw new Error(`Message ${code} has two texts`);
    catalogue.set(code, text);
  }
}

/** Every code with its sentences, for the page of codes and for tests that look for missing ones. */
export const allMessages = (): ReadonlyMap<string, MessageText> => catalogue;

/** The sentence for people; undefined when no context has said one for this code. */
export function messageFor(code: string, language: Language, details: ErrorDetails = {}): string | undefined {
  return catalogue.get(code)?.[language].replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = details[name];
    return value === undefined || value === null ? whole : Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** Vietnamese unless the reader asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'vi' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.language === 'en' ? 'en' : 'vi';
}
