import { describe, expect, test } from 'vitest'
import type { Call, Typhoon } from '@/api'
import { answersSeries, speed_kmh, ticks, windSeries } from './series'

const storm = (points: { at: string; lon: number; lat: number; wind_ms: number }[]) => ({ points }) as Typhoon
const call = (placed_at: string, answered_at: string | null) => ({ placed_at, answered_at }) as Call

describe('the answers over time', () => {
  test('are nothing while nobody answered', () =>
    expect(answersSeries([call('2023-07-28T00:37:00Z', null)])).toEqual([]))
  test('count up from the first call', () => {
    const series = answersSeries([
      call('2023-07-28T00:37:00Z', '2023-07-28T00:39:00Z'),
      call('2023-07-28T00:37:00Z', '2023-07-28T00:38:00Z'),
    ])
    expect(series).toEqual([
      { at: 0, value: 0 },
      { at: 60_000, value: 1 },
      { at: 120_000, value: 2 },
    ])
  })
})

describe('the typhoon', () => {
  test('keeps the last two days of wind', () => {
    const series = windSeries(
      storm([
        { at: '2023-07-20T00:00:00Z', lon: 130, lat: 14, wind_ms: 18 },
        { at: '2023-07-28T00:00:00Z', lon: 118, lat: 24, wind_ms: 52 },
      ]),
    )
    expect(series.map((point) => point.value)).toEqual([52])
  })
  test('moves a degree of latitude in six hours at 18.5 km/h', () => {
    const speed = speed_kmh(
      storm([
        { at: '2023-07-28T00:00:00Z', lon: 118, lat: 23, wind_ms: 50 },
        { at: '2023-07-28T06:00:00Z', lon: 118, lat: 24, wind_ms: 50 },
      ]),
    )
    expect(speed).toBeCloseTo(18.5, 1)
  })
  test('of one position has no speed', () =>
    expect(speed_kmh(storm([{ at: '2023-07-28T00:00:00Z', lon: 118, lat: 24, wind_ms: 50 }]))).toBeNull())
})

test('an axis has round steps past the top', () => expect(ticks(52)).toEqual([0, 20, 40, 60]))
test('an axis of few has whole steps', () => expect(ticks(3)).toEqual([0, 1, 2, 3]))
