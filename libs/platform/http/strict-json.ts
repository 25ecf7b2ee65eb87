import { invalidInput } from '@hoptac/kernel';
import { textMustBePlain } from './plain-text';

/** Deeper than any document of ours; a guard against bodies made to exhaust the stack. */
const MAX_DEPTH = 24;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const malformed = (): Error => invalidInput('PLATFORM.JSON_MALFORMED', 'Not JSON');

/** End of the string literal that begins at `from` (the place after its closing quote). */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  throw malformed();
}

/** A string is a key when a colon follows, however much white space lies between. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (/[ \t\n\r]/.test(text.charAt(at))) at += 1;
  return text[at] === ':';
}

/** Walks the structure only: nesting, and keys of each object. Syntax is `JSON.parse`'s business. */
function inspect(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) throw invalidInput('PLATFORM.JSON_TOO_DEEP', 'JSON nested too deeply');
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) addKey(keys, text.slice(at, end));
      at = end - 1;
    }
  }
}

function addKey(keys: Set<string>, literal: string): void {
  let key: string;
  try {
    key = JSON.parse(literal) as string;
  } catch {
    throw malformed();
  }
  if (FORBIDDEN_KEYS.has(key)) throw malformed();
  if (keys.has(key)) throw invalidInput('PLATFORM.JSON_DUPLICATE_KEY', 'JSON names a key twice');
  keys.add(key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed();
  }
}

/**
 * Parses a body where one meaning is the only one: no key twice, no prototype keys, at most 24 levels, valid UTF-8, plain text.
 * @throws DomainError `PLATFORM.JSON_MALFORMED`, `PLATFORM.JSON_TOO_DEEP`, `PLATFORM.JSON_DUPLICATE_KEY`, `PLATFORM.TEXT_NOT_ALLOWED` (400).
 */
export function strictJson(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw malformed();
  }
  if (text.trim() === '') return {};
  inspect(text);
  const value = parsed(text);
  textMustBePlain(value);
  return value;
}
