import type { InjectionToken, Provider, Type } from '@nestjs/common';

/** What one half of the context brings into a program. */
export interface ProgramParts {
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
  /** Of the providers, what other rooms may ask for. */
  readonly exports: readonly InjectionToken[];
}

export interface ContextParts {
  readonly http: ProgramParts;
  readonly worker: ProgramParts;
}
