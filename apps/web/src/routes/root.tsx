import { createRootRoute } from '@tanstack/react-router';
import { say } from '../shared/language';
import { Shell } from '../shared/shell';

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <h1>{say('Không tìm thấy trang', 'Page not found')}</h1>,
});

/** A filter in an address: text, or nothing when it is empty or not text. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
