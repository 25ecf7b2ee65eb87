import 'reflect-metadata';

/** How the text of an environment variable becomes a value. */
export type KeyKind = 'text' | 'secret' | 'url' | 'port' | 'number' | 'flag';

/** One documented key; `docs/configuration.md` is written from these. */
export interface KeyDocumentation {
  readonly property: string;
  readonly key: string;
  readonly kind: KeyKind;
  /** English sentence for the page of keys: unit, shape, effect. */
  readonly about: string;
  /** What stands in the page when the default is computed, e.g. from another port. */
  readonly defaultText?: string;
  /** Place behind `HOPTAC_PORT_BASE`, ports only. */
  readonly portOffset?: number;
  readonly fallback?: string | number | boolean;
}

const keys: KeyDocumentation[] = [];

/** Declares the environment variable of a configuration property. */
export function Key(documentation: Omit<KeyDocumentation, 'property'>): PropertyDecorator {
  return (_target, property) => {
    keys.push({ ...documentation, property: String(property) });
  };
}

/** Every key in the order of the class. */
export const documentedKeys = (): readonly KeyDocumentation[] => keys;
