import { defineAppConfig } from '@heldwell/config/vite';
import { defineConfig } from 'vite';

export default defineConfig(defineAppConfig({ app: 'carer' }));
