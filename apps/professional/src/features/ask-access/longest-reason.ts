/** How many characters a reason may have. */
export const longestReason = 500;
