/** Everything that comes, to the end. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The first `count` that are wanted; lets go of the rest. */
export async function take<T>(
  items: AsyncIterable<T>,
  count: number,
  wanted: (item: T) => boolean = () => true,
): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    if (wanted(item)) found.push(item);
    if (found.length === count) break;
  }
  return found;
}
