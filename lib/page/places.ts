/** Who is served where there are more than can be: whoever was used last; whoever has been unused longest gives way. */
export class Places<T> {
  readonly #most: number;
  /** The longest unused first. */
  readonly #taken = new Set<T>();

  constructor(most: number) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#taken.size >= this.#most;
  }

  has(member: T): boolean {
    return this.#taken.has(member);
  }

  /** The member is used and has a place from now on; returns the one that had to give way, if any. */
  use(member: T): T | undefined {
    this.#taken.delete(member);
    const [unused] = this.isFull ? this.#taken : [];
    if (unused !== undefined) this.#taken.delete(unused);
    this.#taken.add(member);
    return unused;
  }

  leave(member: T): void {
    this.#taken.delete(member);
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#taken.values();
  }
}
