/** Dark or light: what the reader chose last, else what the system prefers. */
const KEY = 'theme';
const root = document.documentElement;

export const theme = () => root.dataset.theme;

export function setTheme(name) {
  root.dataset.theme = name;
  localStorage.setItem(KEY, name);
}

root.dataset.theme = localStorage.getItem(KEY) ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
