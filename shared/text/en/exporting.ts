/** English words: exporting. ICU MessageFormat; ids are the keys. */
export const exporting = {} as const satisfies Readonly<Record<string, string>>;
