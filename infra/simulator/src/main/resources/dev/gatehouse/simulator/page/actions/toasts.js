/** Short notices at the edge of the page. */
import { store } from '../core/store.js';

const SHOWN_MS = 7000;
let next = 0;

function show(kind, text) {
  const toast = { id: ++next, kind, text };
  store.update((s) => { s.toasts = [...s.toasts.slice(-3), toast]; });
  setTimeout(() => dismissToast(toast.id), SHOWN_MS);
}

export const dismissToast = (id) => store.update((s) => { s.toasts = s.toasts.filter((toast) => toast.id !== id); });
export const inform = (text) => show('info', text);

/** Shows a refusal with the field that it names. */
export const complain = (error) => show('error', error.field ? `${error.field}: ${error.message}` : error.message);

/** Runs a request; a refusal becomes a toast and null. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    complain(error);
    return null;
  }
}
