const EVERY_MS = 250;

/**
 * Ends us when the program that started us ends. npm passes a SIGTERM to the shell between us and it, and most shells
 * die of it without telling us: `kill` of the process that was started would leave everything running.
 */
export function endWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  timer.unref();
}
