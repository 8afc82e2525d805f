import { harmless } from './harmless.ts';

/** As text: these words may be a stranger's or the agent's, so that no markup, link or mention of theirs comes to life. */
export function literal(text: string): string {
  return harmless(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]()#+\-.!|~>:$]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;')
    .replaceAll('\n', '<br>');
}
