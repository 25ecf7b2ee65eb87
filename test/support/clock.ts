import type { Persona } from '@hoptac/demo';
import { done } from './province';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** The stack's time, milliseconds since 1970. */
export async function provinceNow(who: Persona): Promise<number> {
  return Date.parse(done(await who.get<{ now: string }>('/api/clock')).now);
}

/**
 * Moves the whole province to `minutes` after (before, when negative) an instant, to the second and never past it; every open case does what
 * fell due. A province that is past that instant already stays where it is.
 */
export async function advanceTo(administrator: Persona, instant: string, minutes: number): Promise<void> {
  const wanted = Date.parse(instant) + minutes * MINUTE_MS;
  const missing = Math.floor((wanted - (await provinceNow(administrator))) / SECOND_MS);
  if (missing < 1) return;
  done(await administrator.post('/api/clock/advance', { by: `${String(missing)}s` }));
}
