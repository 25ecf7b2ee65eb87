/** An answer as a plain record, in the shape that its class documents for OpenAPI. */
export type Plain<Answer> = { readonly [Field in keyof Answer]: Answer[Field] };
