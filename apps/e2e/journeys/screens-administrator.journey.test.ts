import { screensOf } from '../harness/screens.ts';

screensOf('administrator');
