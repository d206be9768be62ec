import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import messages from '../formatting/formatting.messages.json';
import { chosenLocale, I18nProvider, loadLanguage, Rich, translateIn, useT } from './index.ts';

function Minutes({ count }: { count: number }) {
  const t = useT(messages);
  return <p>{t('formatting.minutes-ago', { count })}</p>;
}

describe('a language', () => {
  it('is English without a provider, with plurals', () => {
    render(<Minutes count={1} />);
    expect(screen.getByText('1 minute ago')).toBeDefined();
  });

  it('says its own texts and falls back to English for the rest', async () => {
    const welsh = await loadLanguage('cy', { 'formatting.today': 'Heddiw' });
    const t = translateIn(welsh, messages);
    expect(t('formatting.today')).toBe('Heddiw');
    expect(t('formatting.yesterday')).toBe('Yesterday');
  });

  it('tells the page its tag and direction', async () => {
    render(
      <I18nProvider language={await loadLanguage('ar')}>
        <Minutes count={2} />
      </I18nProvider>,
    );
    expect(document.documentElement.lang).toBe('ar');
    expect(document.documentElement.dir).toBe('rtl');
  });

  it('keeps the digits a patient wrote, whatever they look like', async () => {
    const t = translateIn(await loadLanguage('en'), messages);
    expect(t('formatting.from-to', { from: '1', to: '<b>2</b> {x}' })).toBe('1 to <b>2</b> {x}');
  });
});

describe('the pseudo-locale', () => {
  it('accents and lengthens by two fifths but keeps values and plurals', async () => {
    const t = translateIn(await loadLanguage('pseudo'), messages);
    expect(t('formatting.minutes-ago', { count: 1 })).toMatch(/^\[1 míñúté ágó ~+\]$/);
    expect(t('formatting.minutes-ago', { count: 3 })).toContain('3 míñútés');
    const said = t('formatting.yesterday');
    expect(said.length).toBeGreaterThanOrEqual('Yesterday'.length * 1.4);
  });
});

describe('the chosen locale', () => {
  afterEach(() => {
    window.history.replaceState(null, '', '/');
    window.localStorage.clear();
  });

  it('is asked for in the address, then remembered', () => {
    expect(chosenLocale()).toBe('en');
    window.history.replaceState(null, '', '/?lang=pseudo');
    expect(chosenLocale()).toBe('pseudo');
    window.history.replaceState(null, '', '/');
    expect(chosenLocale()).toBe('pseudo');
  });
});

describe('rich text', () => {
  it('draws its named parts and leaves the words of unknown ones', () => {
    const { container } = render(
      <p>
        <Rich
          text="Read <link>who sees this</link> or <b>stop</b>."
          parts={{ link: (words) => <a href="/s">{words}</a> }}
        />
      </p>,
    );
    expect(container.innerHTML).toBe('<p>Read <a href="/s">who sees this</a> or stop.</p>');
  });
});
