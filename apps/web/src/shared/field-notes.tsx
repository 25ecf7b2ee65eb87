interface FieldNotesProps {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
}

/** What stands between a field's label and the field: its hint, and what is wrong with it. */
export function FieldNotes({ id, hint, wrong }: FieldNotesProps) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <WrongNote id={id} wrong={wrong} />
    </>
  );
}

/** The fault alone. */
export function WrongNote({ id, wrong }: Omit<FieldNotesProps, 'hint'>) {
  return (
    wrong && (
      <span className="wrong" id={`${id}-wrong`}>
        <span aria-hidden="true">▲ </span>
        {wrong}
      </span>
    )
  );
}

/** The notes' ids for `aria-describedby`, so that they are read together with the field. */
export const notesOf = ({ id, hint, wrong }: FieldNotesProps): string | undefined =>
  [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;
