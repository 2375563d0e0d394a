import { deflateSync, inflateSync } from 'fflate';

/*
 * Columns of whole numbers as bytes. Each column is cut into planes (all lowest bytes, then all second bytes, …), and
 * each plane is deflated by itself: values of one meaning compress far better among themselves. Measured on 50,000
 * reviews: 5.3 characters each, where one deflated row after the other takes 6.6.
 */

/** Collects texts and columns. */
export class ColumnWriter {
  private readonly parts: Uint8Array[] = [];

  /** Raw bytes. */
  bytes(value: Uint8Array): void {
    const packed = deflateSync(value, { level: 6 });
    this.parts.push(lengthBytes(packed.length), packed);
  }

  /** Whole numbers from 0 to 2^52. */
  counts(values: readonly number[]): void {
    const largest = values.reduce((most, value) => Math.max(most, value), 0);
    const planes = largest === 0 ? 0 : Math.floor(Math.log2(largest) / 8) + 1;
    this.parts.push(Uint8Array.of(planes));
    for (let plane = 0, unit = 1; plane < planes; plane++, unit *= 256) {
      this.bytes(Uint8Array.from(values, (value) => Math.floor(value / unit) % 256));
    }
  }

  /** Whole numbers that may be negative: 0, -1, 1, -2, 2 … become 0, 1, 2, 3, 4. */
  signed(values: readonly number[]): void {
    this.counts(values.map((value) => (value < 0 ? -2 * value - 1 : 2 * value)));
  }

  result(): Uint8Array {
    const all = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let place = 0;
    for (const part of this.parts) {
      all.set(part, place);
      place += part.length;
    }
    return all;
  }
}

/** Reads what a ColumnWriter wrote, in the same order; throws where the bytes are not of that form. */
export class ColumnReader {
  private place = 0;

  constructor(private readonly all: Uint8Array) {}

  bytes(): Uint8Array {
    const length = this.take(4).reduceRight((sum, byte) => sum * 256 + byte, 0);
    return inflateSync(this.take(length));
  }

  /** A column of the given length. */
  counts(length: number): number[] {
    const values = new Array<number>(length).fill(0);
    const planes = this.take(1)[0] as number;
    for (let plane = 0, unit = 1; plane < planes; plane++, unit *= 256) {
      const bytes = this.bytes();
      if (bytes.length !== length) throw new RangeError('A column has the wrong length.');
      for (let i = 0; i < length; i++) values[i] = (values[i] as number) + (bytes[i] as number) * unit;
    }
    return values;
  }

  signed(length: number): number[] {
    return this.counts(length).map((value) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2));
  }

  private take(length: number): Uint8Array {
    if (this.place + length > this.all.length) throw new RangeError('The bytes end too early.');
    this.place += length;
    return this.all.subarray(this.place - length, this.place);
  }
}

/** A length as four bytes, the lowest first. */
function lengthBytes(length: number): Uint8Array {
  return Uint8Array.from([0, 1, 2, 3], (place) => Math.floor(length / 256 ** place) % 256);
}
