/** Keys have other names and places on a Mac; tablets with its keyboard tell the same. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
