import type { Upcaster } from '@hoptac/kernel';

/** Newest version of each event type of one context and the way up from the older ones; an `AggregateDefinition` is one. */
export interface EventCatalogue {
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters: readonly Upcaster[];
}

/** An event of a type or version that this program does not know: written by a newer release. Loud, because folding without it would be wrong. */
export class UnknownEventVersion extends Error {
  override readonly name = 'UnknownEventVersion';
  constructor(
    readonly eventType: string,
    readonly schemaVersion: number,
    /** Newest version this program knows; undefined when it does not know the type at all. */
    readonly known: number | undefined,
  ) {
    super(
      known === undefined
        ? `Event type ${eventType} is in no catalogue of this program; it was written by another release, start that one`
        : `Event ${eventType} has schema version ${String(schemaVersion)}, this program knows up to ${String(known)}; start the release that wrote it`,
    );
  }
}

/** All catalogues of a program as one table: versions for appending, chains of upcasters for reading. */
export class EventSchemas {
  private readonly versions = new Map<string, number>();
  private readonly steps = new Map<string, Upcaster>();

  /** @throws Error when two catalogues name one type, or a chain has a hole or a step too many. */
  constructor(catalogues: readonly EventCatalogue[]) {
    for (const catalogue of catalogues) {
      for (const [type, version] of Object.entries(catalogue.versions)) {
        if (this.versions.has(type)) throw new Error(`Event type ${type} is in two catalogues`);
        if (!Number.isSafeInteger(version) || version < 1)
          throw new Error(`Event type ${type} has no proper version: ${String(version)}`);
        this.versions.set(type, version);
      }
      for (const step of catalogue.upcasters) this.addStep(step);
    }
    for (const [type, version] of this.versions) {
      for (let from = 1; from < version; from += 1) {
        if (!this.steps.has(stepKey(type, from)))
          throw new Error(`Event type ${type} has no upcaster from version ${String(from)}`);
      }
    }
    for (const step of this.steps.values()) {
      if (step.from >= (this.versions.get(step.type) ?? 0))
        throw new Error(`Upcaster of ${step.type} from ${String(step.from)} leads beyond the newest version`);
    }
  }

  /** Newest version of a type. @throws UnknownEventVersion when no catalogue has it. */
  versionOf(type: string): number {
    const version = this.versions.get(type);
    if (version === undefined) throw new UnknownEventVersion(type, 0, undefined);
    return version;
  }

  /** Data in the newest shape. @throws UnknownEventVersion for an unknown type or a version from the future. */
  upcast(type: string, schemaVersion: number, data: Record<string, unknown>): Record<string, unknown> {
    const newest = this.versions.get(type);
    if (newest === undefined || !Number.isSafeInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > newest) {
      throw new UnknownEventVersion(type, schemaVersion, newest);
    }
    let shape = data;
    for (let from = schemaVersion; from < newest; from += 1) {
      const step = this.steps.get(stepKey(type, from));
      if (step === undefined) throw new UnknownEventVersion(type, schemaVersion, newest);
      shape = step.upcast(shape);
    }
    return shape;
  }

  private addStep(step: Upcaster): void {
    const key = stepKey(step.type, step.from);
    if (this.steps.has(key)) throw new Error(`Two upcasters of ${step.type} from version ${String(step.from)}`);
    this.steps.set(key, step);
  }
}

const stepKey = (type: string, from: number): string => `${type}/${String(from)}`;
