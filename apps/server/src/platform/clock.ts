/** The time of this process: for limits and tokens. What is judged in SQL asks `heldwell.now()`. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
