import { median } from "./statistics";

export interface Compared<Result> {
  product: Result[];
  floor: Result[];
}

/** A B A B …: what else the machine does meanwhile meets both. */
export async function interleave<Result>(
  rounds: number,
  product: (round: number) => Promise<Result>,
  floor: (round: number) => Promise<Result>,
): Promise<Compared<Result>> {
  const compared: Compared<Result> = { product: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    compared.product.push(await product(round));
    compared.floor.push(await floor(round));
  }
  return compared;
}

/** Medians over the rounds; the ratio is the median of the rounds' own ratios. */
export function ratioOf<Result>({ product, floor }: Compared<Result>, value: (result: Result) => number) {
  return {
    figure: median(product.map(value)),
    floor: median(floor.map(value)),
    ratio: median(product.map((result, round) => value(result) / value(floor[round]!))),
  };
}
