/** The number at the top of a scale: even, so that half of it is a whole number, and not much above the highest bar. */
export function scaleTop(most: number): number {
  if (most <= 2) return 2
  const power = 10 ** Math.floor(Math.log10(most))
  const round = [1, 2, 4, 6, 8, 10].map((each) => each * power).find((each) => each >= most)!
  return round % 2 === 0 ? round : round + 1
}
