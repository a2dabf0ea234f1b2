const start = performance.now();

/** A line on standard error with the seconds since the start. */
export function progress(text: string): void {
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${text}\n`);
}
