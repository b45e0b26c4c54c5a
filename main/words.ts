import { english } from '#shared/text/en/english.ts';
import { createFormatter, type Formatter } from '#shared/text/formatter.ts';

/** Words messages where plain text is needed: picture remarks, files written beside an export. */
export const words: Formatter = createFormatter('en', english);
