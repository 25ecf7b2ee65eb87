import type { EvidenceMark, LocalDate } from '@hoptac/kernel';

/** Kinds of administrative area — đơn vị hành chính; `townlet` = thị trấn, `specialZone` = đặc khu, `town` = thị xã, `city` = thành phố thuộc tỉnh. */
export type AreaKind = 'province' | 'district' | 'city' | 'town' | 'commune' | 'ward' | 'townlet' | 'specialZone';

/** One version of an area. A code can have several, one after the other (`91`: Kiên Giang, then An Giang). */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly kind: AreaKind;
  /** Code of the area above; absent for provinces. */
  readonly parent?: string;
  /** First day; absent = before our records. */
  readonly validFrom?: LocalDate;
  /** Last day; absent = still valid. */
  readonly validTo?: LocalDate;
  /** Who took its papers over when it ended. */
  readonly successor?: string;
  /** Areas it was made of. */
  readonly mergedFrom: readonly string[];
  readonly evidence: EvidenceMark;
}
