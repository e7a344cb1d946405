/** The newest `capacity` items. */
export class Ring<T> {
  private items: (T | undefined)[];
  private begin = 0;
  private length = 0;

  constructor(private readonly capacity: number) {
    this.items = new Array<T | undefined>(capacity);
  }

  get size(): number {
    return this.length;
  }

  get last(): T | undefined {
    return this.length === 0
      ? undefined
      : this.items[(this.begin + this.length - 1) % this.capacity];
  }

  /** What had to go for it. */
  push(item: T): T | undefined {
    const end = (this.begin + this.length) % this.capacity;
    const gone = this.length === this.capacity ? this.items[end] : undefined;
    this.items[end] = item;
    if (this.length < this.capacity) this.length++;
    else this.begin = (this.begin + 1) % this.capacity;
    return gone;
  }

  clear(): void {
    this.items = new Array<T | undefined>(this.capacity);
    this.begin = this.length = 0;
  }

  /** Oldest first. */
  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.length; i++) {
      yield this.items[(this.begin + i) % this.capacity] as T;
    }
  }
}
