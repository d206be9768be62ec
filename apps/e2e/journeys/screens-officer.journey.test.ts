import { screensOf } from '../harness/screens.ts';

screensOf('officer');
