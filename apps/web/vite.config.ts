import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Pages are built into dist/web and served by the API, so that page and API share one origin and one content policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    manifest: true,
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
