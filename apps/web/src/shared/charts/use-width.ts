import { useEffect, useRef, useState, type RefObject } from 'react';

const BEFORE_MEASURED = 640;

/** Width of the place a chart stands in, in CSS pixels: drawn at its own size, its words keep theirs on a phone. */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(BEFORE_MEASURED);
  useEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(240, Math.floor(entry?.contentRect.width ?? 0))),
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
