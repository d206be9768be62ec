import type { AppName } from '../../platform/opened-session.ts';

const PATHS: Record<AppName, string> = {
  PATIENT: '/patient',
  CARER: '/carer',
  PROFESSIONAL: '/professional',
};

/** The path of a page of an app, as mails lead to it. */
export const pathIn = (app: AppName, page: string): string => `${PATHS[app]}${page}`;
