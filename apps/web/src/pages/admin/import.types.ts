/** A register that somebody brought, as it was understood, and how far taking it over is. */
export interface ImportView {
  readonly importId: string;
  readonly fileName: string;
  readonly asOf: string;
  readonly status: 'prepared' | 'running' | 'done' | 'interrupted';
  readonly columns: readonly { readonly header: string; readonly field: string; readonly label: string }[];
  readonly unknownHeaders: readonly string[];
  readonly rows: number;
  readonly rejectedRows: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
  }[];
  readonly gaps: readonly {
    readonly field: string;
    readonly label: string;
    readonly empty: number;
    readonly illegible: number;
  }[];
  readonly progress: {
    readonly total: number;
    readonly imported: number;
    readonly unchanged: number;
    readonly differing: number;
    readonly differingRows: readonly number[];
  };
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly problem?: string;
}
