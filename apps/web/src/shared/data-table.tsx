import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Head of the column, and the label of the value where the row is a card. */
  readonly words: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Buttons of the row: the head is read, not seen. */
  readonly actions?: boolean;
}

interface DataTableProps<Row> {
  /** Names the table for who does not see its place on the page. */
  readonly name: string;
  /** The name stands above the rows, because nothing else on the page says it. */
  readonly named?: 'visibly';
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** Rows at a desk, cards on a phone; every value carries its label with it. */
export function DataTable<Row>({ name, named, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <div className="table-wrap">
      <table className="cards dense" aria-label={named === undefined ? name : undefined}>
        {named !== undefined && <caption>{name}</caption>}
        <thead>
          <tr>
            {columns.map(({ words, numeric, actions }) => (
              <th key={words} scope="col" className={numeric ? 'numeric' : undefined}>
                {actions ? <span className="unseen">{words}</span> : words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-row>
              {columns.map(({ words, cell, numeric, actions }) => (
                <td
                  key={words}
                  data-label={actions ? undefined : words}
                  className={actions ? 'acts' : numeric ? 'numeric' : undefined}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
