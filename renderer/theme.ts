import {
  Button,
  Checkbox,
  createTheme,
  type CSSVariablesResolver,
  InputWrapper,
  type MantineColorsTuple,
  Radio,
  NativeSelect,
  NumberInput,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#edf6f7',
  '#d9eaec',
  '#b8d8dc',
  '#86cbd3',
  '#5aa7b1',
  '#2f8a96',
  '#1c7380',
  '#12636f',
  '#0b5563',
  '#07404b',
];

/** The grey-greens of the dark scheme, text first, so that Mantine's own surfaces and the page's are the same. */
const dark: MantineColorsTuple = [
  '#e4eceb',
  '#c9d4d4',
  '#a9b8b8',
  '#7b8c90',
  '#3a494d',
  '#2d3a3e',
  '#202b2e',
  '#192225',
  '#11181a',
  '#0c1214',
];

const sansSerif = "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'DejaVu Sans', sans-serif";

const ordinaryButton = {
  '--button-height': '38px',
  '--button-fz': 'var(--mantine-font-size-md)',
  '--button-padding-x': '16px',
};

const unremembered = { autoComplete: 'off' };

/** One accent colour, system font, 15 px text, 8 px grid. Shades are chosen for contrast, not for effect. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 6 },
  colors: { petrol, dark },
  autoContrast: true,
  fontFamily: sansSerif,
  fontFamilyMonospace: "Consolas, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { sm: '6px', md: '8px' },
  headings: {
    fontFamily: sansSerif,
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.375rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } },
  },
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, { size }) => ({ root: size === 'md' ? ordinaryButton : {} }),
    }),
    Radio: Radio.extend({ defaultProps: { size: 'md' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Switch: Switch.extend({ defaultProps: { size: 'md' } }),
    // A browser remembers what was written in a field, in its own profile and unencrypted, unless it is told not to.
    TextInput: TextInput.extend({ defaultProps: unremembered }),
    Textarea: Textarea.extend({ defaultProps: unremembered }),
    NumberInput: NumberInput.extend({ defaultProps: unremembered }),
    NativeSelect: NativeSelect.extend({ defaultProps: unremembered }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      vars: () => ({
        label: { '--input-label-size': '0.875rem' },
        description: { '--input-description-size': '0.8125rem' },
        error: { '--input-error-size': '0.8125rem' },
        success: {},
      }),
    }),
  },
});

const ownTokens = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-quiet)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-color-placeholder': 'var(--placeholder)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-quiet)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--control-line)',
  '--mantine-color-anchor': 'var(--accent)',
};

/** Mantine's own variables take the page's tokens: its defaults miss contrast for quiet, error and placeholder text. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: ownTokens, dark: ownTokens });
