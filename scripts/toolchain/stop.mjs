/** Something the person at the terminal can put right: one sentence, exit code 1. */
export class Stop extends Error {}

/** Runs `work`; a `Stop` is printed as its sentence alone, anything else with its stack. */
export async function orStop(work) {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exit(1);
  }
}
