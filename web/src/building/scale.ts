import type { WallChart } from '@/api'

const DAY_MS = 86_400_000
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY_MS

export interface Scale {
  /** Where a day stands, in percent of the width. */
  at: (day: string) => number
  /** How wide a span is, both days included. */
  span: (begin: string, end: string) => number
  months: { name: string; at: number }[]
}

/** From the first planned or expected day to the last, in whole months. */
export function scaleOf(chart: WallChart): Scale {
  const days = chart.plan.tasks.flatMap((each) => [each.begin, each.end])
  for (const station of chart.stations) days.push(...station.tasks.flatMap((each) => [each.begin, each.end]))
  const sorted = days.sort()
  const first = `${sorted[0]!.slice(0, 7)}-01`
  const last = dayOf(sorted.at(-1)!) + 1
  const width = Math.max(1, last - dayOf(first))
  const at = (day: string): number => ((dayOf(day) - dayOf(first)) / width) * 100
  return { at, span: (begin, end) => ((dayOf(end) - dayOf(begin) + 1) / width) * 100, months: monthsFrom(first, last, at) }
}

function monthsFrom(first: string, last: number, at: (day: string) => number): Scale['months'] {
  const months: Scale['months'] = []
  let year = Number(first.slice(0, 4))
  let month = Number(first.slice(5, 7))
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`
    if (dayOf(day) >= last) return thinned(months)
    months.push({ name: month === 1 ? String(year) : String(month), at: at(day) })
    if (++month > 12) [year, month] = [year + 1, 1]
  }
}

/** At most about eighteen names fit; of more, only each third is kept, and every year. */
const thinned = (months: Scale['months']): Scale['months'] =>
  months.length <= 18 ? months : months.filter((each, i) => i % 3 === 0 || each.name.length === 4)
