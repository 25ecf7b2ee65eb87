/** A state in words; never a colour alone. */
export function StateTag({ words }: { words: string }) {
  return <span className="tag plain">{words}</span>;
}
