/** `npm run build`: packages, programs and pages, without starting anything. */
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';

try {
  await bootstrap({ pages: true });
} catch (error) {
  process.exitCode = reportFailure(error);
}
