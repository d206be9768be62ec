/** Where somebody types the codes of a letter, short enough to type as well. */
export const letterAddress = (): string => `${window.location.host}/patient/letter`;
