import { configure } from '@testing-library/dom';

// How long a test waits for the screen to say something: generous, for a machine that builds at the same time.
configure({ asyncUtilTimeout: 8_000 });
