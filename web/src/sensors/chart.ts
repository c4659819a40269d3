import type { SeriesPoint, Threshold } from '@/api'

/** The box a chart is drawn in, and what of the values it shows. */
export interface Frame {
  width: number
  height: number
  left: number
  bottom: number
}
export interface Scale {
  x: (at_ms: number) => number
  y: (value: number) => number
  low: number
  high: number
}

/** The values on show with the thresholds among them, and some air above and below. */
export function scaleOf(points: SeriesPoint[], thresholds: Threshold[], span: { from: number; until: number }, frame: Frame): Scale {
  const values = [...points.flatMap((p) => [p.low, p.high]), ...thresholds.map((each) => each.value)]
  const least = values.length ? Math.min(...values) : 0
  const most = values.length ? Math.max(...values) : 1
  const air = (most - least || Math.abs(most) || 1) * 0.08
  const low = least >= 0 && least - air < 0 ? 0 : least - air
  const high = most + air
  const [w, h] = [frame.width - frame.left, frame.height - frame.bottom]
  return {
    low,
    high,
    x: (at) => frame.left + ((at - span.from) / (span.until - span.from || 1)) * w,
    y: (value) => h - ((value - low) / (high - low || 1)) * h,
  }
}

/** Points with a hole of more than three strides between them belong to different strokes: silence is not drawn over. */
export function strokes(points: SeriesPoint[]): SeriesPoint[][] {
  const times = points.map((p) => Date.parse(p.at))
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const all: SeriesPoint[][] = []
  points.forEach((point, i) => {
    const gap = i ? (times[i] ?? 0) - (times[i - 1] ?? 0) : Infinity
    if (gap > usual * 3 || !all.length) all.push([])
    all.at(-1)!.push(point)
  })
  return all
}

const two = (n: number) => n.toFixed(1)

export function meanLine(points: SeriesPoint[], scale: Scale): string {
  const line = points.map((p, i) => `${i ? 'L' : 'M'}${two(scale.x(Date.parse(p.at)))} ${two(scale.y(p.mean))}`).join('')
  return points.length === 1 ? `${line}h0.1` : line // a reading alone is a dot
}

/** From the lowest to the highest of each stretch. */
export function band(points: SeriesPoint[], scale: Scale): string {
  const there = points.map((p) => `${two(scale.x(Date.parse(p.at)))} ${two(scale.y(p.high))}`)
  const back = [...points].reverse().map((p) => `${two(scale.x(Date.parse(p.at)))} ${two(scale.y(p.low))}`)
  return points.length ? `M${there.join('L')}L${back.join('L')}Z` : ''
}

/** Round figures between the lowest and the highest, four or five of them. */
export function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough || 1))
  const step = [1, 2, 5, 10].map((n) => n * power).find((each) => each >= rough) ?? power * 10
  const all: number[] = []
  for (let at = Math.ceil(low / step) * step; at <= high + step * 1e-6; at += step) all.push(Number(at.toFixed(6)))
  return all
}

/** A spark line of equally spaced values in a box of 100 by 24. */
export function spark(values: number[]): string {
  if (values.length < 2) return ''
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const y = (value: number) => (most === least ? 12 : 22 - ((value - least) / (most - least)) * 20)
  return values.map((value, i) => `${i ? 'L' : 'M'}${two((i / (values.length - 1)) * 100)} ${two(y(value))}`).join('')
}
