import { defineAppConfig } from '@heldwell/config/vite';

export default {
  ...defineAppConfig({ app: 'patient' }),
  root: import.meta.dirname,
  base: '/',
  build: { outDir: '../dist/gallery' },
};
