import { Cancellation } from './cancellation.ts';

/** Imported before anything else: a signal that comes while the rest is being loaded has its outputs, too. */
export const cancellation = new Cancellation(process);
