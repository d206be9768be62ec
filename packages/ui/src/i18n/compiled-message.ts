/** What compiled catalogues hold: a text, or tokens with places for values. */
export type CompiledMessage = string | readonly unknown[];
