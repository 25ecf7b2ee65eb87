import { AppConfig } from '@hoptac/platform';
import { Injectable } from '@nestjs/common';
import { TaxAuthority, TaxAuthorityUnavailable, type TaxCodeAnswer, type TaxCodeRequest } from './tax-authority';

/** Longer than the authority takes on a slow day, shorter than the activity's own limit of 30 s. */
const LIMIT_MS = 20_000;

/** The tax authority over HTTP: `POST {HOPTAC_TAX_AUTHORITY_URL}/tax-codes` → 200 `{taxCode}` or 422 `{reason}`; anything else is no answer. */
@Injectable()
export class HttpTaxAuthority extends TaxAuthority {
  private readonly address: string;

  constructor(config: AppConfig) {
    super();
    this.address = `${config.taxAuthorityUrl.replace(/\/$/, '')}/tax-codes`;
  }

  async requestCode(request: TaxCodeRequest): Promise<TaxCodeAnswer> {
    const { status, body } = await this.post(request);
    if (status === 200) {
      const taxCode = textOf(body, 'taxCode');
      if (taxCode !== undefined && /^\d{10}$/.test(taxCode)) return { taxCode };
      throw new TaxAuthorityUnavailable('The answer holds no tax code');
    }
    const reason = textOf(body, 'reason');
    if (status === 422 && reason !== undefined) return { refusedBecause: reason };
    throw new TaxAuthorityUnavailable(`The tax authority answered ${String(status)}`);
  }

  private async post(request: TaxCodeRequest): Promise<{ readonly status: number; readonly body: unknown }> {
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: response.ok || response.status === 422 ? (JSON.parse(text) as unknown) : undefined,
      };
    } catch (error) {
      throw new TaxAuthorityUnavailable('The tax authority did not answer', { cause: error });
    }
  }
}

function textOf(body: unknown, key: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = (body as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
