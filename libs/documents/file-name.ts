import { cleanText } from '@hoptac/kernel';

const LONGEST = 120;

/** A name fit for a screen and a header: last part of any path, no control or direction marks, no characters that a file system or shell reads. */
export function cleanFileName(name: string, fallback: string): string {
  // Browsers write line breaks and quotes of a form's file name as percent codes.
  const last = cleanText((name.split(/[/\\]/).at(-1) ?? '').replace(/%0[AD]|%22/gi, ' ')).replace(/["<>:|?*;]/g, '');
  const trimmed = last.replace(/^[.\s]+/, '');
  if (trimmed === '') return fallback;
  if ([...trimmed].length <= LONGEST) return trimmed;
  const dot = trimmed.lastIndexOf('.');
  const extension = dot > 0 && trimmed.length - dot <= 8 ? trimmed.slice(dot) : '';
  return `${[...trimmed].slice(0, LONGEST - extension.length).join('')}${extension}`;
}

/** `Content-Disposition` that only ever saves, with the name in both spellings (RFC 6266). */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
