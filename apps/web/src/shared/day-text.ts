// Days and instants as people type them in Viet Nam; pure, so that it is tested without a browser.

/** Why a typed day is none. */
export type DayFault = 'shape' | 'year' | 'none';

export type DayReading = { readonly day: string } | { readonly fault: DayFault };

const two = (part: string): string => part.padStart(2, '0');

/** Whether the day exists; `2026-02-30` does not. */
function exists(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/**
 * `22/11/2026` → `2026-11-22`. Also `22-11-2026`, `22.11.2026`, `22 11 2026`, and `22112026`, for pads that have digits alone.
 * Nothing is guessed: a year has four digits, and the day must exist.
 */
export function readDay(text: string): DayReading {
  const typed = text.trim();
  const [, day, month, year] =
    /^(\d{1,2})[/. -](\d{1,2})[/. -](\d+)$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? [];
  if (day === undefined || month === undefined || year === undefined) return { fault: 'shape' };
  if (year.length !== 4) return { fault: 'year' };
  const read = `${year}-${two(month)}-${two(day)}`;
  return exists(read) ? { day: read } : { fault: 'none' };
}

/** `2026-11-22` → `22/11/2026`; anything else is left as it is. */
export function writeDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? day : `${date ?? ''}/${month ?? ''}/${year}`;
}

/**
 * `22/11/2026 14:20` or `14:20 22/11/2026`, seconds if wanted → `2026-11-22T14:20:00`, local in Viet Nam; a day alone means its beginning.
 * Undefined for what is no instant.
 */
export function readInstant(text: string): string | undefined {
  const words = text.trim().split(/\s+/);
  const clock = words.find((word) => word.includes(':')) ?? '0:00';
  const reading = readDay(words.filter((word) => !word.includes(':')).join(' '));
  const [, hour, minute, second = '00'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock) ?? [];
  if (!('day' in reading) || hour === undefined || minute === undefined || words.length > 4) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${reading.day}T${two(hour)}:${minute}:${second}`;
}
