/**
 * A reason not to start that the person at the terminal can act on: a taken folder, a missing right, a database
 * that does not answer. Whoever starts the program prints `message` alone, without a stack, and exits with code 1.
 */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
