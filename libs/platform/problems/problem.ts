import type { ErrorDetails } from '@hoptac/kernel';

/** One wrong field of the input. */
export interface FieldProblem {
  /** RFC 6901 pointer into the body, e.g. `/application/members/0/contribution`; `?name` for a query parameter. */
  readonly pointer: string;
  /** `PLATFORM.FIELD.<RULE>`. */
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457 problem document, as sent with `application/problem+json`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly legalBasis: readonly string[];
  readonly traceId: string;
  readonly errors?: readonly FieldProblem[];
  readonly details?: ErrorDetails;
}

/** A thrown value, sorted: what the filter answers, before it is put into words. */
export interface Classified {
  readonly status: number;
  readonly code: string;
  readonly details?: ErrorDetails;
  readonly legalBasis?: readonly string[];
  readonly errors?: readonly { readonly pointer: string; readonly constraint: string; readonly english: string }[];
  /** Seconds after which a caller may try again. */
  readonly retryAfter?: number;
  /** English, for a code that no catalogue knows. */
  readonly fallback?: string;
  /** True when the cause is ours and belongs in the log with its stack. */
  readonly unexpected?: boolean;
}

/** Title by status, both languages: RFC 9457 wants it short and the same for every problem of a kind. */
export const TITLES: Readonly<Record<number, { readonly vi: string; readonly en: string }>> = {
  400: { vi: 'Dữ liệu không hợp lệ', en: 'Invalid input' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không được phép', en: 'Not allowed' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Cách gọi không được nhận', en: 'Method not allowed' },
  409: { vi: 'Chưa thể làm việc này', en: 'Not possible now' },
  412: { vi: 'Dữ liệu đã thay đổi', en: 'Changed meanwhile' },
  413: { vi: 'Nội dung quá lớn', en: 'Too large' },
  415: { vi: 'Kiểu nội dung không được nhận', en: 'Unsupported media type' },
  422: { vi: 'Trái với quy định', en: 'Against a rule' },
  429: { vi: 'Quá nhiều lượt gọi', en: 'Too many requests' },
  500: { vi: 'Lỗi hệ thống', en: 'Unexpected error' },
  503: { vi: 'Tạm thời gián đoạn', en: 'Temporarily unavailable' },
};
