/** Question to the tax authority: a code for an organisation about to be registered (D295 Art. 14). */
export interface TaxCodeRequest {
  /** Same id = same request: the authority answers it with the same code. */
  readonly requestId: string;
  readonly organisationName: string;
  readonly officeCode: string;
}

export type TaxCodeAnswer = { readonly taxCode: string } | { readonly refusedBecause: string };

/** The tax registration system — hệ thống đăng ký thuế. */
export abstract class TaxAuthority {
  /** @throws TaxAuthorityUnavailable when there was no answer, or none that could be understood; the caller may ask again with the same request id. */
  abstract requestCode(request: TaxCodeRequest): Promise<TaxCodeAnswer>;
}

export class TaxAuthorityUnavailable extends Error {
  override readonly name = 'TaxAuthorityUnavailable';
}
