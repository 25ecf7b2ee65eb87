/** Filters over $all: by event type or stream name, by prefix or regular expression. Each name is judged once. */
import type { Catalog } from '../store/catalog';
import { invalidArgument } from '../protocol/errors';

const REMEMBERED = 200_000;

/** What a request says. */
export interface FilterSpec {
  on: 'type' | 'stream';
  /** Empty when prefixes are given. */
  regex: string;
  prefixes: readonly string[];
}

export class Filter {
  private readonly judged = new Map<number, boolean>();
  private readonly test: (name: string) => boolean;

  /** Throws INVALID_ARGUMENT when the expression says nothing or is no regular expression. */
  constructor(
    readonly spec: FilterSpec,
    private readonly catalog: Catalog,
  ) {
    this.test = predicate(spec);
  }

  /** Whether a record passes. */
  matches(record: { stream: number; type: number }): boolean {
    const key = this.spec.on === 'type' ? record.type : record.stream;
    let verdict = this.judged.get(key);
    if (verdict === undefined) {
      verdict = this.test(this.spec.on === 'type' ? this.catalog.typeName(key) : this.catalog.nameOf(key));
      if (this.judged.size >= REMEMBERED) this.judged.clear();
      this.judged.set(key, verdict);
    }
    return verdict;
  }
}

function predicate(spec: FilterSpec): (name: string) => boolean {
  if (spec.regex !== '') {
    const regex = compile(spec.regex);
    return (name) => regex.test(name);
  }
  if (spec.prefixes.length === 0) throw invalidArgument('a filter needs a regular expression or prefixes');
  return (name) => spec.prefixes.some((prefix) => name.startsWith(prefix));
}

function compile(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch {
    // Escapes that only the stricter mode refuses (`\-`) are common in expressions written for .NET.
    try {
      return new RegExp(text);
    } catch {
      throw invalidArgument(`"${text}" is not a regular expression`);
    }
  }
}
