/** Collects numbers and texts as bytes: numbers in base 128, low digits first. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  /** Any whole number from 0 to 2^53. */
  count(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }

  /** A whole number that may be negative. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  append(bytes: Uint8Array): void {
    this.count(bytes.length);
    for (const byte of bytes) this.bytes.push(byte);
  }

  result(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Reads what a ByteWriter wrote; throws a RangeError where the bytes end too early. */
export class ByteReader {
  private place = 0;

  constructor(private readonly bytes: Uint8Array) {}

  count(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.place++];
      if (byte === undefined) throw new RangeError('The bytes end too early.');
      value += (byte % 128) * unit;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.count();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  slice(): Uint8Array {
    const length = this.count();
    if (this.place + length > this.bytes.length) throw new RangeError('The bytes end too early.');
    this.place += length;
    return this.bytes.subarray(this.place - length, this.place);
  }
}
