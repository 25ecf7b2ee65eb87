/** An answer as a plain record, in the shape that its class documents for OpenAPI. */
export type Plain<Answer> = { readonly [Field in keyof Answer]: Answer[Field] };

/** The body as plain records: validated bodies are instances of their DTO classes, and what gets into an event is data only. An optional field that is null was left empty. */
export const plain = <Body extends object>(body: Body): Body =>
  JSON.parse(JSON.stringify(body, (_field, value: unknown) => (value === null ? undefined : value))) as Body;
