/** “3/40 文件名” on one line of a terminal, taken away at the end. Silent where nobody watches or there is little to do. */
export class Progress {
  #done = 0;

  constructor(
    private readonly total: number,
    private readonly terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  ) {}

  next(name: string): void {
    this.#done++;
    this.#show(`${this.#done}/${this.total} ${name}`);
  }

  /** Clears the line, for other words or for good. */
  clear(): void {
    this.#show('');
  }

  #show(line: string): void {
    if (!this.terminal.isTTY || this.total < 2) return;
    // Characters of Chinese are two columns wide.
    this.terminal.write(`\r\x1b[2K${line.slice(0, Math.floor((this.terminal.columns || 80) / 2))}`);
  }
}
