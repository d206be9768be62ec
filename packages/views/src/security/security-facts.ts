import type { ResultOf } from '@heldwell/client';
import type { SecurityQuery } from './security-documents.ts';

/** Who is signed in, as `SecurityQuery` tells. */
export type SecurityViewer = NonNullable<ResultOf<typeof SecurityQuery>['viewer']>;
/** How they sign in. */
export type SecurityFacts = NonNullable<SecurityViewer['security']>;
