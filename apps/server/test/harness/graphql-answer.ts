export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; [name: string]: unknown };
}

/** An answer as it came. */
export interface GraphqlAnswer<Data> {
  data?: Data | null;
  errors?: GraphqlError[];
}
