import type { Instant } from '@hoptac/kernel';
import type { CalendarOverride } from './calendar-day';

/** For which office, and as known when. */
export interface OverrideView {
  /** Codes of the office's area and of all areas above it, narrowest first: commune, (district,) province. */
  readonly areaCodes: readonly string[];
  /** Overrides that became known later are left out. */
  readonly knownAt: Instant;
}

/**
 * The overrides that hold for an office at an instant, at most one a day: the narrowest area wins over the wider, then the later known.
 * An override for a commune holds for offices within it and no other.
 */
export function applicableOverrides(
  overrides: readonly CalendarOverride[],
  view: OverrideView,
): readonly CalendarOverride[] {
  const width = (override: CalendarOverride): number =>
    override.scope === 'nationwide' ? view.areaCodes.length : view.areaCodes.indexOf(override.scope);
  const chosen = new Map<string, CalendarOverride>();
  for (const override of overrides) {
    if (width(override) < 0 || Date.parse(override.knownSince) > Date.parse(view.knownAt)) continue;
    const other = chosen.get(override.date);
    if (other === undefined || width(override) < width(other)) chosen.set(override.date, override);
    else if (width(override) === width(other)) chosen.set(override.date, strongerOverride(other, override));
  }
  return [...chosen.values()];
}

/** Of two overrides for the same day and area: the one known later; at the same instant the greater id, so that the answer never depends on order. */
export function strongerOverride(left: CalendarOverride, right: CalendarOverride): CalendarOverride {
  const difference = Date.parse(left.knownSince) - Date.parse(right.knownSince);
  if (difference !== 0) return difference > 0 ? left : right;
  return left.id > right.id ? left : right;
}
