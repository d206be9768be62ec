import { defineAppConfig } from '@heldwell/config/vite';
import { defineConfig, mergeConfig } from 'vite';
import { logChecker } from './build-log-checker.mjs';

/** What nearly every screen uses comes in one file, and what forms use in another: a screen opens with few requests. */
const groups = [
  {
    name: 'forms',
    test: /packages\/(ui\/src\/forms|views\/src\/(forms|sign-in|labels\/label-checkboxes))/,
    priority: 1,
  },
  {
    name: 'kit',
    test: /packages\/(ui\/src\/(?!charts|forms|i18n\/pseudo)|client\/src|views\/src\/(answer|labels|entries\/(entry-row|entry-words|entry-fragments|timeline)))/,
    priority: 2,
  },
];

export default defineConfig(
  mergeConfig(defineAppConfig({ app: 'patient' }), {
    plugins: [logChecker()],
    build: { rolldownOptions: { output: { codeSplitting: { groups } } } },
  }),
);
