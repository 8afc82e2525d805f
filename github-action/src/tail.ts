/** The last bytes of a stream, whatever its length. */
export class Tail {
  private readonly longest: number;
  private chunks: Buffer[] = [];
  private size = 0;

  constructor(longest: number) {
    this.longest = longest;
  }

  push(chunk: Buffer): void {
    if (this.longest === 0) return;
    this.chunks.push(chunk);
    this.size += chunk.length;
    for (
      let [first] = this.chunks;
      first !== undefined && this.size - first.length >= this.longest;
      [first] = this.chunks
    ) {
      this.size -= first.length;
      this.chunks.shift();
    }
  }

  text(): string {
    const all = Buffer.concat(this.chunks);
    return all.subarray(Math.max(0, all.length - this.longest)).toString('utf8');
  }
}
