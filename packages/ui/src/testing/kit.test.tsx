import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Gallery } from '../../gallery/gallery.tsx';
import { I18nProvider, loadLanguage } from '../i18n/index.ts';
import { FormattingProvider } from '../index.ts';
import { axeViolations } from './axe.ts';

describe('the whole kit', () => {
  it.each(['patient', 'carer', 'professional'] as const)(
    'has nothing axe objects to in the %s app',
    async (app) => {
      render(
        <FormattingProvider profile={app === 'professional' ? 'professional' : 'patient'}>
          <Gallery app={app} />
        </FormattingProvider>,
      );
      screen.getByRole('button', { name: 'Send' }).click();
      await screen.findByText('Date of birth must be in the past', { selector: 'a' });
      expect(await axeViolations(document.body)).toEqual([]);
    },
  );

  it('says none of its own words past the catalogue', async () => {
    const language = await loadLanguage('pseudo');
    render(
      <I18nProvider language={language}>
        <Gallery app="patient" />
      </I18nProvider>,
    );
    for (const english of [
      'Skip to main content',
      'Back',
      'Show',
      'Show more',
      'Loading',
      'Try again',
      'Day',
      'Usual range',
    ]) {
      expect(screen.queryByText(english)).toBeNull();
    }
  });

  it('fails axe when a field loses its label', async () => {
    const { container } = render(<input />);
    expect(await axeViolations(container)).toHaveLength(1);
  });
});
