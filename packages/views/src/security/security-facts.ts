import type { ResultOf } from '@heldwell/client';
import type { SecurityQuery } from './security-documents.ts';

/** Who is signed in, as the pages of sign-in and security need it. */
export type SecurityViewer = NonNullable<ResultOf<typeof SecurityQuery>['viewer']>;
/** How the person signs in. */
export type SecurityFacts = NonNullable<SecurityViewer['security']>;
