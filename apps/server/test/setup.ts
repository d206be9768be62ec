import 'reflect-metadata';
import { afterAll } from 'vitest';
import { closeOpened } from './harness/after-file.ts';

afterAll(closeOpened);
