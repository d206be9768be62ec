import { createTestClient } from '@heldwell/client/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
