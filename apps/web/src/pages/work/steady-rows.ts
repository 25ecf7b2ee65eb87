import { useRef, useState } from 'react';

interface Row {
  readonly id: string;
}

interface Steady<T> {
  /** In the order in which they were first shown. */
  readonly rows: readonly { readonly row: T; readonly gone: boolean }[];
  /** How many wait to be shown. */
  readonly fresh: number;
  readonly show: () => void;
}

/**
 * Nothing moves under the hand: rows change in place and keep their order; new ones wait until they are asked for, and one that left the list stays, marked,
 * until then. Another `list` (other filters, another page) begins anew; undefined while its rows are not there yet.
 */
export function useSteadyRows<T extends Row>(list: string | undefined, items: readonly T[]): Steady<T> {
  const [held, setHeld] = useState<{ readonly list: string | undefined; readonly order: readonly string[] }>({
    list,
    order: items.map(({ id }) => id),
  });
  const known = useRef(new Map<string, T>());
  for (const item of items) known.current.set(item.id, item);
  let order = held.order;
  if (list !== undefined && (held.list !== list || order.length === 0)) {
    order = items.map(({ id }) => id);
    if (held.list !== list || order.length > 0) setHeld({ list, order });
  }
  const present = new Set(items.map(({ id }) => id));
  const shown = new Set(order);
  return {
    rows: order.flatMap((id) => {
      const row = known.current.get(id);
      return row === undefined ? [] : [{ row, gone: !present.has(id) }];
    }),
    fresh: items.filter(({ id }) => !shown.has(id)).length,
    show: () => setHeld({ list, order: items.map(({ id }) => id) }),
  };
}
