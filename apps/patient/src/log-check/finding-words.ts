import type { Translate } from '@heldwell/ui/i18n';
import type { Finding } from './chain.ts';
import type messages from './finding.messages.json';

/** What a finding says: whether all is well, and each sentence of it. */
export function findingWords(
  t: Translate<keyof typeof messages>,
  finding: Finding,
): { well: boolean; heading: string; words: string[] } {
  const bad = (heading: string) => ({
    well: false,
    heading,
    words: [t('finding.what-to-do'), t('finding.who-to-tell')],
  });
  switch (finding.is) {
    case 'WHOLE':
      return {
        well: true,
        heading: t('finding.whole'),
        words: [
          t('finding.whole-what', { count: finding.entries }),
          t(finding.signature === 'CHECKED' ? 'finding.signed' : 'finding.not-signed'),
        ],
      };
    case 'CHANGED':
      return bad(t('finding.changed', { position: finding.position }));
    case 'SHORTER':
      return bad(t('finding.shorter', { reaches: finding.reaches, reached: finding.reached }));
    case 'OTHER_SINCE':
      return bad(t('finding.other-since', { position: finding.position }));
    case 'WRONG_SIGNATURE':
      return bad(t('finding.wrong-signature'));
    case 'OTHER_KEY':
      return bad(t('finding.other-key'));
    case 'OTHER_RECORD':
      return bad(t('finding.other-record'));
    default:
      return { well: false, heading: t('finding.not-possible'), words: [t('finding.not-possible-what')] };
  }
}
