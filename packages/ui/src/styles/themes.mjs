/**
 * Brand tokens of the three doors, light and dark, as the nhsuk-frontend Sass variables they set.
 * Contrast of every pair was measured; the tests of this package measure it again on rendered screens.
 */
const paper = '#FAF8F3';
const ink = '#16211F';
const quietInk = '#4A5754';
const controlLine = '#6B7773';
const line = '#D9D5CA';
const focus = '#FFC64A';
const urgent = '#B3261E';
const darkText = '#F3EFE6';

const apps = {
  patient: {
    brand: '#0B5A52',
    tint: '#E3F1EC',
    density: 'roomy',
    dark: {
      ground: '#10201D',
      card: '#182B28',
      line: '#3C504C',
      link: '#7FD1C0',
      quiet: '#B9C6C2',
      tint: '#173A35',
    },
  },
  carer: {
    brand: '#5B2A5E',
    tint: '#F3E8F4',
    density: 'large',
    dark: {
      ground: '#1F1320',
      card: '#2B1D2C',
      line: '#54405A',
      link: '#E3A6E8',
      quiet: '#CDBFCF',
      tint: '#432547',
    },
  },
  professional: {
    brand: '#1F3A5F',
    tint: '#E6ECF5',
    density: 'dense',
    dark: {
      ground: '#0F1B2A',
      card: '#182638',
      line: '#3B4D63',
      link: '#9CC3F0',
      quiet: '#B8C4D3',
      tint: '#1D3552',
    },
  },
};

/** The names of the three style sheets. */
export const appNames = Object.keys(apps);

const palette = (app) => ({
  blue: app.brand,
  white: '#FFFFFF',
  black: ink,
  green: '#1E6B3C',
  purple: '#5B2A5E',
  'dark-pink': '#7C2855',
  red: urgent,
  yellow: focus,
  'dark-blue': '#1F3A5F',
  'pale-yellow': '#FFF3DC',
  'warm-yellow': focus,
  orange: '#8A4B00',
  'aqua-green': '#0B7A6E',
  pink: '#8E2A66',
  'grey-1': quietInk,
  'grey-2': controlLine,
  'grey-3': '#A9B2AE',
  'grey-4': line,
  'grey-5': paper,
});

const shared = (app) => ({
  'font-family':
    '(-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif)',
  'page-width': app.density === 'dense' ? '1200px' : '960px',
  'border-width-form-element': '2px',
  'focus-width': '3px',
  'button-shadow-size': '0px',
  'button-colour': app.brand,
  'warning-button-colour': urgent,
  'input-border-colour': controlLine,
});

const lightColours = (app) => ({
  'body-background-colour': paper,
  'template-background-colour': paper,
  'link-colour': app.brand,
  'link-visited-colour': app.brand,
  'link-hover-colour': ink,
  'secondary-button-border-colour': app.brand,
});

const darkColours = (app) => {
  const { ground, card, line: edge, link, quiet } = app.dark;
  return {
    'text-colour': darkText,
    'secondary-text-colour': quiet,
    'body-background-colour': ground,
    'template-background-colour': ground,
    'card-background-colour': card,
    'input-background-colour': card,
    'border-colour': edge,
    'input-border-colour': '#93A19C',
    'hover-colour': edge,
    'target-hover-colour': edge,
    'link-colour': link,
    'link-visited-colour': link,
    'link-hover-colour': darkText,
    'link-active-colour': darkText,
    'error-colour': '#FF9F95',
    'success-colour': '#1E6B3C',
    // A dark button on a dark ground is hard to find: in the dark the link colour fills it.
    'button-colour': link,
    'button-text-colour': ground,
    'button-active-colour': darkText,
    'secondary-button-border-colour': link,
    'secondary-button-text-colour': link,
    'secondary-button-hover-colour': edge,
    'secondary-button-active-colour': edge,
    'secondary-button-solid-background-colour': card,
  };
};

const typography = { roomy: [19, 19], large: [20, 20], dense: [16, 16] };
const headings = {
  roomy: { 64: [48, 64], 48: [32, 42], 36: [27, 32], 26: [22, 25], 22: [20, 21], 16: [16, 16], 14: [15, 15] },
  large: { 64: [48, 64], 48: [34, 44], 36: [29, 34], 26: [24, 27], 22: [21, 22], 16: [18, 18], 14: [16, 16] },
  dense: { 64: [40, 48], 48: [26, 30], 36: [22, 24], 26: [19, 20], 22: [17, 18], 16: [15, 15], 14: [14, 14] },
};

function scale(density) {
  const sizes = { ...headings[density], 19: typography[density] };
  const entries = Object.entries(sizes).map(([name, [phone, desk]]) => {
    const step = (size) =>
      `(font-size: ${size}px, line-height: ${Math.round(size * (size > 24 ? 1.25 : 1.5))}px)`;
    const print = Math.max(11, Math.round(desk * 0.68));
    return `${name}: (null: ${step(phone)}, tablet: ${step(desk)}, print: (font-size: ${print}pt, line-height: 1.3))`;
  });
  return `(${entries.join(', ')})`;
}

function spacing(density) {
  if (density !== 'dense') return undefined;
  const steps = [0, 2, 4, 8, 16, 16, 24, 32, 40, 48];
  const rows = steps.map((size, index) => `${index}: (null: ${size}px, tablet: ${size}px)`);
  return `(${rows.join(', ')})`;
}

const list = (colours) =>
  `(${Object.entries(colours)
    .map(([name, value]) => `"${name}": ${value}`)
    .join(', ')})`;

/** The Sass source of one app in one theme. Both themes print the same rules, only colours differ. */
export function entrySource(name, theme) {
  const app = apps[name];
  const colours = theme === 'dark' ? { ...lightColours(app), ...darkColours(app) } : lightColours(app);
  const settings = {
    colours: list(palette(app)),
    ...shared(app),
    ...colours,
    'typography-scale': scale(app.density),
  };
  const responsive = spacing(app.density);
  if (responsive) settings['spacing-responsive-scale'] = responsive;
  const configured = Object.entries(settings).map(([key, value]) => `$nhsuk-${key}: ${value}`);
  const tint = theme === 'dark' ? app.dark.tint : app.tint;
  return [
    `@use "nhsuk/core/settings" with (${configured.join(', ')});`,
    `@use "heldwell" with ($tint: ${tint}, $theme: "${theme}", $brand: ${app.brand}, $density: "${app.density}");`,
  ].join('\n');
}
